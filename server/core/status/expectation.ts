import type { ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import type { ResolvedScenario } from '../dossier/dossier';

/** What is still owed for a scenario or a requirement, given the proofs that have evidence. */
export type Owed =
  /** This proof is expected and has no evidence. */
  | { readonly kind: 'proof'; readonly scenario: Scenario; readonly proof: ExpectedProof }
  /** At least one of these proofs (cases) is expected; none has evidence. */
  | { readonly kind: 'oneProofOf'; readonly scenario: Scenario; readonly proofs: readonly ExpectedProof[] }
  /** At least one of these scenarios (modalities) is expected; none is begun. */
  | { readonly kind: 'oneScenarioOf'; readonly scenarios: readonly Scenario[] };

export type HasEvidence = (proof: ExpectedProof, scenario: Scenario) => boolean;

/** The entry that a dossier has for a scenario of the catalogue: the first one, when it is repeated. */
export type EntryOf = (scenario: Scenario) => ResolvedScenario | undefined;

/** Which proofs have evidence in a dossier: a scenario that is declared not applicable owes none. */
export function evidenceIn(entryOf: EntryOf): HasEvidence {
  const isAside = setAsideIn(entryOf);
  return (proof, scenario) =>
    isAside(scenario) ||
    entryOf(scenario)?.proofs.some((one) => one.proof === proof && one.facts.evidence.length > 0) === true;
}

/** Which scenarios a dossier declares not applicable. */
export function setAsideIn(entryOf: EntryOf): (scenario: Scenario) => boolean {
  return (scenario) => entryOf(scenario)?.facts.notApplicable !== undefined;
}

/**
 * What is owed for a requirement's own scenarios. Core-business scenarios that cover it are asked for apart.
 * @param isSetAside whether the dossier declares that a scenario does not apply
 */
export function owedFor(
  requirement: Requirement,
  hasEvidence: HasEvidence,
  isSetAside: (scenario: Scenario) => boolean = () => false,
): Owed[] {
  // A modality that is declared not applicable is not the one that is chosen.
  const alternatives = requirement.scenarios.filter(
    (scenario) => scenario.mode === 'au_moins_un' && scenario.proofs.length > 0 && !isSetAside(scenario),
  );
  const begun = alternatives.filter((scenario) => scenario.proofs.some((proof) => hasEvidence(proof, scenario)));
  const owed: Owed[] = [];
  if (alternatives.length > 0 && begun.length === 0) owed.push({ kind: 'oneScenarioOf', scenarios: alternatives });
  for (const scenario of requirement.scenarios) {
    if (scenario.mode === 'tous' || begun.includes(scenario)) owed.push(...owedForScenario(scenario, hasEvidence));
  }
  return owed;
}

/** What is owed for one scenario that has to be proved. */
export function owedForScenario(scenario: Scenario, hasEvidence: HasEvidence): Owed[] {
  const owed: Owed[] = [];
  const plain = scenario.proofs.filter((proof) => isPlain(proof));
  for (const proof of plain) if (!hasEvidence(proof, scenario)) owed.push({ kind: 'proof', scenario, proof });
  owed.push(...owedForCases(scenario, plain.length > 0, hasEvidence));
  return owed;
}

/** Proofs that stand for themselves: neither a case nor a condition decides whether they are expected. */
function isPlain(proof: ExpectedProof): boolean {
  return proof.case === undefined && proof.dependsOnCase !== true && proof.condition === undefined;
}

/**
 * Proofs by case: all those of one named case, or one of the proofs that depend on an unnamed case. Beside plain proofs
 * an unnamed case says nothing about what else is owed: unknown is not an error.
 */
function owedForCases(scenario: Scenario, besidePlain: boolean, hasEvidence: HasEvidence): Owed[] {
  const groups = caseGroups(scenario);
  if (groups.length === 0) return [];
  const named = groups.some((group) => group.name !== undefined);
  if (besidePlain && !named) return [];
  const begun = groups.filter((group) => group.proofs.some((proof) => hasEvidence(proof, scenario)));
  if (begun.length === 0) {
    const proofs = groups.flatMap((group) => group.proofs);
    const [only] = proofs;
    if (only && proofs.length === 1) return [{ kind: 'proof', scenario, proof: only }];
    return [{ kind: 'oneProofOf', scenario, proofs }];
  }
  const complete = begun.some((group) => group.proofs.every((proof) => hasEvidence(proof, scenario)));
  if (complete) return [];
  const [first] = begun;
  return (first?.proofs ?? [])
    .filter((proof) => !hasEvidence(proof, scenario))
    .map((proof) => ({ kind: 'proof' as const, scenario, proof }));
}

interface CaseGroup {
  readonly name: string | undefined;
  readonly proofs: ExpectedProof[];
}

function caseGroups(scenario: Scenario): CaseGroup[] {
  const groups: CaseGroup[] = [];
  for (const proof of scenario.proofs) {
    if (proof.condition !== undefined || isPlain(proof)) continue;
    const group = proof.case === undefined ? undefined : groups.find((other) => other.name === proof.case);
    if (group) group.proofs.push(proof);
    else groups.push({ name: proof.case, proofs: [proof] });
  }
  return groups;
}
