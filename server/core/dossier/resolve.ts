import type { Requirement, Scenario } from '../catalogue/catalogue';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { ProofFacts, RequirementFacts, ScenarioFacts } from '../manifest/facts';
import type { ResolvedProof, ResolvedRequirement, ResolvedScenario } from './dossier';

/**
 * Puts the entries of a manifest beside the catalogue entries they are about. Results are kept while the same facts
 * meet the same catalogue: after an edit only the edited entry is resolved again.
 */
export class Resolver {
  readonly #requirements = new WeakMap<RequirementFacts, ResolvedRequirement>();
  readonly #coreScenarios = new WeakMap<ScenarioFacts, ResolvedScenario>();

  constructor(readonly index: CatalogueIndex | undefined) {}

  requirement(facts: RequirementFacts): ResolvedRequirement {
    let resolved = this.#requirements.get(facts);
    if (!resolved) {
      const requirement = this.index?.requirement(facts.id.value)?.requirement;
      const scenarios = facts.scenarios.map((scenario) => this.#scenario(scenario, requirement));
      resolved = { facts, requirement, scenarios };
      this.#requirements.set(facts, resolved);
    }
    return resolved;
  }

  coreScenario(facts: ScenarioFacts): ResolvedScenario {
    let resolved = this.#coreScenarios.get(facts);
    if (!resolved) {
      const scenario = this.index?.coreScenario(facts.id.value);
      const proofs = facts.proofs.map((proof) => resolveProof(proof, scenario, undefined));
      resolved = { facts, scenario, proofs, parent: undefined, core: true };
      this.#coreScenarios.set(facts, resolved);
    }
    return resolved;
  }

  #scenario(facts: ScenarioFacts, parent: Requirement | undefined): ResolvedScenario {
    const scenario = parent?.scenarios.find((one) => sameId(one.id, facts.id.value));
    const proofs = facts.proofs.map((proof) => resolveProof(proof, scenario, parent));
    return { facts, scenario, proofs, parent, core: false };
  }
}

function resolveProof(
  facts: ProofFacts,
  scenario: Scenario | undefined,
  parent: Requirement | undefined,
): ResolvedProof {
  const proof = scenario?.proofs.find((one) => sameId(one.id, facts.id.value));
  return { facts, proof, scenario, parent };
}

function sameId(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}
