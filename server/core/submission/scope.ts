import type { Target } from '../findings/finding';
import { proofKey } from '../instruction/proof-key';
import {
  wholeOf,
  wholeOfRequirements,
  type ChapterCompliance,
  type Compliance,
  type RequirementCompliance,
  type ScenarioCompliance,
} from '../status/compliance';
import { countOf, rollUp, sumCounts } from '../status/status';

/** What a package holds. */
export interface Scope {
  /** Names of the chapters to file; all of them when absent. */
  readonly chapters?: readonly string[];
  /** Keys of `proofKey`: the only proofs to file; all those of the chapters when absent. */
  readonly proofs?: ReadonlySet<string>;
}

/** The chapters that a package holds, in the catalogue's order, with what it holds of each. */
export function chaptersInScope(state: Compliance, scope: Scope): readonly ChapterCompliance[] {
  const chapters = chosenChapters(state, scope);
  const { proofs } = scope;
  if (!proofs) return chapters;
  return chapters.flatMap(({ name, requirements }) => {
    const own = requirements.flatMap((one) => narrowRequirement(one, proofs));
    return own.length === 0 ? [] : [{ name, requirements: own, ...wholeOfRequirements(own) }];
  });
}

/** Core-business scenarios are filed with the whole dossier, or with any chapter that holds a requirement they cover. */
export function coreScenariosInScope(state: Compliance, scope: Scope): readonly ScenarioCompliance[] {
  const { proofs } = scope;
  const chosen = scope.chapters ? coveringScenarios(state, scope) : state.coreScenarios;
  return proofs ? chosen.flatMap((one) => narrowScenario(one, proofs)) : chosen;
}

/** Whether nothing at all is in scope. */
export function isEmptyScope(state: Compliance, scope: Scope): boolean {
  return chaptersInScope(state, scope).length === 0 && coreScenariosInScope(state, scope).length === 0;
}

/** Tells which findings concern what a package holds. One about the dossier as a whole always does. */
export function concernsScope(state: Compliance, scope: Scope): (target: Target | undefined) => boolean {
  if (!scope.chapters && !scope.proofs) return () => true;
  const inScope = chaptersInScope(state, scope).flatMap((one) => one.requirements);
  const held = new Set(inScope.map(({ requirement }) => requirement.id));
  const { proofs } = scope;
  const scenarios = new Set([...(proofs ?? [])].map((key) => key.slice(0, key.indexOf('\n'))));
  return (target) => {
    const { requirement, requirements, scenario, proof } = target ?? {};
    if (proofs && scenario !== undefined)
      return proof === undefined ? scenarios.has(scenario) : proofs.has(proofKey(scenario, proof));
    const about = requirement === undefined ? requirements : [requirement];
    return about === undefined || about.some((id) => held.has(id));
  };
}

function chosenChapters(state: Compliance, { chapters }: Scope): readonly ChapterCompliance[] {
  return chapters ? state.chapters.filter(({ name }) => chapters.includes(name)) : state.chapters;
}

function coveringScenarios(state: Compliance, scope: Scope): readonly ScenarioCompliance[] {
  const covering = new Set(
    chosenChapters(state, scope).flatMap(({ requirements }) => requirements.flatMap((one) => one.coveredBy)),
  );
  return state.coreScenarios.filter(({ scenario }) => covering.has(scenario));
}

/** A requirement that is declared not applicable answers with its statement: it has no scenarios to choose from. */
function narrowRequirement(one: RequirementCompliance, proofs: ReadonlySet<string>): RequirementCompliance[] {
  const isHeld = one.requirement.scenarios.some(({ id, proofs: expected }) =>
    expected.some((proof) => proofs.has(proofKey(id, proof.id))),
  );
  if (!isHeld) return [];
  if (one.scenarios.length === 0) return [one];
  const scenarios = one.scenarios.flatMap((scenario) => narrowScenario(scenario, proofs));
  const whole = wholeOf(scenarios);
  return [{ ...one, scenarios, ...whole, weighs: whole.status }];
}

function narrowScenario(one: ScenarioCompliance, keys: ReadonlySet<string>): ScenarioCompliance[] {
  const proofs = one.proofs.filter(({ proof }) => keys.has(proofKey(one.scenario.id, proof.id)));
  if (proofs.length === 0) return [];
  const statuses = proofs.map(({ status }) => status);
  return [{ ...one, proofs, status: rollUp(statuses), counts: sumCounts(statuses.map(countOf)) }];
}
