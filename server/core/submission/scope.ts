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

/** What a package holds of a dossier. */
interface Held {
  readonly chapters: readonly ChapterCompliance[];
  readonly coreScenarios: readonly ScenarioCompliance[];
}

/** A package is narrowed once, however many rows of the gate and parts of its content ask what it holds. */
const kept = new WeakMap<Compliance, WeakMap<Scope, Held>>();

function heldOf(state: Compliance, scope: Scope): Held {
  let byScope = kept.get(state);
  if (!byScope) kept.set(state, (byScope = new WeakMap<Scope, Held>()));
  let held = byScope.get(scope);
  if (!held) byScope.set(scope, (held = narrow(state, scope)));
  return held;
}

/** The chapters that a package holds, in the catalogue's order, with what it holds of each. */
export function chaptersInScope(state: Compliance, scope: Scope): readonly ChapterCompliance[] {
  return heldOf(state, scope).chapters;
}

/** Core-business scenarios are filed with the whole dossier, or with any chapter that holds a requirement they cover. */
export function coreScenariosInScope(state: Compliance, scope: Scope): readonly ScenarioCompliance[] {
  return heldOf(state, scope).coreScenarios;
}

function narrow(state: Compliance, scope: Scope): Held {
  const { proofs } = scope;
  const chosen = chosenChapters(state, scope);
  const scenarios = scope.chapters ? coveringScenarios(state, chosen) : state.coreScenarios;
  if (!proofs) return { chapters: chosen, coreScenarios: scenarios };
  const chapters = chosen.flatMap(({ name, requirements }) => {
    const own = requirements.flatMap((one) => narrowRequirement(one, proofs));
    return own.length === 0 ? [] : [{ name, requirements: own, ...wholeOfRequirements(own) }];
  });
  return { chapters, coreScenarios: scenarios.flatMap((one) => narrowScenario(one, proofs)) };
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

function coveringScenarios(state: Compliance, chapters: readonly ChapterCompliance[]): readonly ScenarioCompliance[] {
  const covering = new Set(chapters.flatMap(({ requirements }) => requirements.flatMap((one) => one.coveredBy)));
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
