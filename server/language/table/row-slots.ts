import type { Catalogue, ExpectedProof, Scenario } from '../../core/catalogue/catalogue';
import type { Entry, ResolvedProof, ResolvedScenario } from '../../core/dossier/dossier';
import {
  concernsDossier,
  type Compliance,
  type RequirementCompliance,
  type ScenarioCompliance,
} from '../../core/status/compliance';
import type { Status } from '../../core/status/status';
import type { FoundAt } from './row-findings';

/** A proof of the catalogue, and what the dossier has of it. */
export interface RowSlot {
  readonly requirement?: RequirementCompliance;
  readonly scenario: Scenario;
  readonly written?: Entry<ResolvedScenario>;
  readonly proof: ExpectedProof;
  readonly entry?: Entry<ResolvedProof>;
  readonly status: Status;
}

export function foundAt({ requirement, scenario, proof, entry }: RowSlot): FoundAt {
  return {
    ...(requirement ? { requirement: requirement.requirement.id } : {}),
    scenario: scenario.id,
    proof: proof.id,
    ...(entry ? { entry } : {}),
  };
}

/** A slot for each proof that the tree shows, in the order of the catalogue, core-business scenarios after the requirements. */
export function rowSlots(state: Compliance, { requirements }: Catalogue): RowSlot[] {
  const states = new Map(
    state.chapters.flatMap((chapter) => chapter.requirements.map((one) => [one.requirement, one] as const)),
  );
  return [
    ...requirements.flatMap((requirement) => {
      const own = states.get(requirement);
      return own && concernsDossier(own) ? requirementSlots(own) : [];
    }),
    ...state.coreScenarios.flatMap((one) => scenarioSlots(one)),
  ];
}

function requirementSlots(state: RequirementCompliance): RowSlot[] {
  const { requirement, scenarios } = state;
  if (scenarios.length > 0) return scenarios.flatMap((one) => scenarioSlots(one, state));
  // Set aside as a whole, or due by nobody here: its proofs stand where it does.
  return requirement.scenarios.flatMap((scenario) => {
    const written = writtenIn(state, scenario);
    return scenario.proofs.map((proof) => {
      const value = written?.value.proofs.find((one) => one.proof === proof);
      return {
        requirement: state,
        scenario,
        proof,
        status: state.status,
        ...(written ? { written } : {}),
        ...(written && value ? { entry: { uri: written.uri, base: written.base, value } } : {}),
      };
    });
  });
}

function writtenIn({ entries }: RequirementCompliance, scenario: Scenario): Entry<ResolvedScenario> | undefined {
  for (const { uri, base, value } of entries) {
    const own = value.scenarios.find((one) => one.scenario === scenario);
    if (own) return { uri, base, value: own };
  }
  return undefined;
}

function scenarioSlots(
  { scenario, entry, proofs }: ScenarioCompliance,
  requirement?: RequirementCompliance,
): RowSlot[] {
  return proofs.map((one) => ({
    ...(requirement ? { requirement } : {}),
    scenario,
    ...(entry ? { written: entry } : {}),
    proof: one.proof,
    ...(one.entry ? { entry: one.entry } : {}),
    status: one.status,
  }));
}
