import type { Analysis } from '../engine/analyse';
import type { Entry, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { Compliance, ScenarioCompliance } from '../status/compliance';
import { coreScenariosInScope, type Scope } from './scope';

/**
 * A proof with evidence, as written, that no expected proof of the catalogue takes: the catalogue does not know it (or
 * knows no proof there), it stands under another entry than its own, it is written a second time, or the dossier's
 * profiles do not ask for its scenario.
 */
export interface UnexpectedProof {
  /** Of the catalogue; undefined where the requirement is unknown, and for core-business scenarios. */
  readonly chapter: string | undefined;
  /** Ids of the catalogue where they are known, else as written. Undefined under a core-business scenario. */
  readonly requirement: string | undefined;
  readonly scenario: string;
  readonly proof: string;
  readonly entry: Entry<ResolvedProof>;
}

/** A statement that something does not apply, where that is nothing the catalogue counts. */
export interface UnexpectedStatement extends Pick<UnexpectedProof, 'chapter' | 'requirement'> {
  /** Absent for a statement about a whole requirement. */
  readonly scenario: string | undefined;
  /** As written. */
  readonly path: string;
}

export interface UnexpectedEvidence {
  /** To be filed under its own ids. */
  readonly filed: readonly UnexpectedProof[];
  /** Likewise. */
  readonly statements: readonly UnexpectedStatement[];
  /** Not filed: under what is declared not applicable, or in no chapter of those that are filed. */
  readonly leftOut: readonly UnexpectedProof[];
}

const nothing: UnexpectedEvidence = { filed: [], statements: [], leftOut: [] };

/** Evidence beside what the catalogue expects, in the order of the files. A package of answers holds none of it. */
export function unexpectedEvidence(analysis: Analysis, scope: Scope): UnexpectedEvidence {
  if (scope.proofs) return nothing;
  let byScope = kept.get(analysis);
  if (!byScope) kept.set(analysis, (byScope = new Map<string, UnexpectedEvidence>()));
  const key = JSON.stringify(scope.chapters ?? null);
  let found = byScope.get(key);
  if (!found) byScope.set(key, (found = lookFor(analysis, scope)));
  return found;
}

/** Several rows of the gate, and the plan, ask for the same. */
const kept = new WeakMap<Analysis, Map<string, UnexpectedEvidence>>();

function lookFor(analysis: Analysis, scope: Scope): UnexpectedEvidence {
  const state = analysis.compliance();
  const taken = state ? takenProofs(state) : new Set<ResolvedProof>();
  const isSetAside = setAside(state);
  const isFiled = inScope(state, scope);
  const filed: UnexpectedProof[] = [];
  const leftOut: UnexpectedProof[] = [];
  for (const { scenario, aside, one } of writtenProofs(analysis, taken)) {
    if (aside || isSetAside(one)) leftOut.push(one);
    else {
      const place = isFiled(one, scenario);
      if (place === 'filed') filed.push(one);
      // What belongs to another chapter is filed with that one.
      else if (place === 'nowhere') leftOut.push(one);
    }
  }
  const statements = [...writtenStatements(analysis, state)].filter(
    ({ one, scenario }) => isFiled(one, scenario) === 'filed',
  );
  return { filed, statements: statements.map(({ one }) => one), leftOut };
}

interface WrittenProof {
  readonly scenario: ResolvedScenario;
  /** Its entry, or its scenario's, says that it does not apply. */
  readonly aside: boolean;
  readonly one: UnexpectedProof;
}

function* writtenProofs({ dossier }: Analysis, taken: ReadonlySet<ResolvedProof>): Generator<WrittenProof> {
  const scenarios = [
    ...dossier.requirements.flatMap(({ uri, base, value }) =>
      value.scenarios.map((scenario) => ({ uri, base, scenario, under: value })),
    ),
    ...dossier.coreScenarios.map(({ uri, base, value }) => ({ uri, base, scenario: value, under: undefined })),
  ];
  for (const { uri, base, scenario, under } of scenarios) {
    for (const proof of scenario.proofs) {
      if (proof.facts.evidence.length === 0 || taken.has(proof)) continue;
      const aside = (under?.facts.notApplicable ?? scenario.facts.notApplicable) !== undefined;
      yield { scenario, aside, one: { ...idsOf(proof, scenario, under), entry: { uri, base, value: proof } } };
    }
  }
}

interface WrittenStatement {
  /** Undefined for a statement about a whole requirement. */
  readonly scenario: ResolvedScenario | undefined;
  readonly one: UnexpectedStatement;
}

function* writtenStatements({ dossier }: Analysis, state: Compliance | undefined): Generator<WrittenStatement> {
  const taken = new Set(state && scenariosOf(state).flatMap(({ entry }) => (entry ? [entry.value] : [])));
  for (const { value } of dossier.requirements) {
    const { requirement, facts, scenarios } = value;
    const under = { chapter: requirement?.chapter, requirement: requirement?.id ?? facts.id.value };
    const path = facts.notApplicable?.declaration?.value;
    if (path !== undefined && (!requirement || !state))
      yield { scenario: undefined, one: { ...under, scenario: undefined, path } };
    yield* statementsOf(scenarios, under, taken);
  }
  const core = { chapter: undefined, requirement: undefined };
  yield* statementsOf(
    dossier.coreScenarios.map(({ value }) => value),
    core,
    taken,
  );
}

function* statementsOf(
  scenarios: readonly ResolvedScenario[],
  under: Pick<UnexpectedProof, 'chapter' | 'requirement'>,
  taken: ReadonlySet<ResolvedScenario>,
): Generator<WrittenStatement> {
  for (const scenario of scenarios) {
    const path = scenario.facts.notApplicable?.declaration?.value;
    if (path === undefined || taken.has(scenario)) continue;
    yield { scenario, one: { ...under, scenario: scenario.scenario?.id ?? scenario.facts.id.value, path } };
  }
}

function idsOf(
  proof: ResolvedProof,
  scenario: ResolvedScenario,
  under: ResolvedRequirement | undefined,
): Omit<UnexpectedProof, 'entry'> {
  return {
    chapter: under?.requirement?.chapter,
    requirement: under && (under.requirement?.id ?? under.facts.id.value),
    scenario: scenario.scenario?.id ?? scenario.facts.id.value,
    proof: proof.proof?.id ?? proof.facts.id.value,
  };
}

function takenProofs(state: Compliance): Set<ResolvedProof> {
  const taken = new Set<ResolvedProof>();
  for (const { proofs } of scenariosOf(state)) for (const { entry } of proofs) if (entry) taken.add(entry.value);
  return taken;
}

function scenariosOf({ chapters, coreScenarios }: Compliance): ScenarioCompliance[] {
  return [...chapters.flatMap(({ requirements }) => requirements.flatMap((one) => one.scenarios)), ...coreScenarios];
}

/** A requirement that is written twice does not apply as a whole when one of the two says so. */
function setAside(state: Compliance | undefined): (one: UnexpectedProof) => boolean {
  const ids = new Set(
    state?.chapters.flatMap(({ requirements }) =>
      requirements
        .filter(({ entries }) => entries.some(({ value }) => value.facts.notApplicable !== undefined))
        .map(({ requirement }) => requirement.id),
    ),
  );
  return ({ requirement }) => requirement !== undefined && ids.has(requirement);
}

type Place = Pick<UnexpectedProof, 'chapter' | 'requirement'>;

function inScope(
  state: Compliance | undefined,
  scope: Scope,
): (one: Place, scenario: ResolvedScenario | undefined) => 'filed' | 'elsewhere' | 'nowhere' {
  const { chapters } = scope;
  if (!chapters) return () => 'filed';
  const core = new Set(state && coreScenariosInScope(state, scope).map(({ scenario }) => scenario.id));
  return ({ chapter, requirement }, resolved) => {
    if (chapter !== undefined) return chapters.includes(chapter) ? 'filed' : 'elsewhere';
    if (requirement !== undefined || resolved?.scenario === undefined) return 'nowhere';
    return core.has(resolved.scenario.id) ? 'filed' : 'elsewhere';
  };
}
