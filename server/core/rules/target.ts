import type { ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { Target } from '../findings/finding';

/** What a finding about a proof's evidence is about, in catalogue ids where they are known. */
export function proofTarget(proof: ResolvedProof, path?: string): Target {
  return {
    ...(proof.parent ? { requirement: proof.parent.id } : {}),
    ...(proof.scenario ? { scenario: proof.scenario.id } : {}),
    proof: proof.proof?.id ?? proof.facts.id.value,
    ...(path === undefined ? {} : { path }),
  };
}

export function scenarioTarget(scenario: ResolvedScenario): Target {
  return {
    ...(scenario.parent ? { requirement: scenario.parent.id } : {}),
    scenario: scenario.scenario?.id ?? scenario.facts.id.value,
  };
}

export function requirementTarget(requirement: ResolvedRequirement): Target {
  return { requirement: requirement.requirement?.id ?? requirement.facts.id.value };
}
