import type { Requirement, Scenario } from '../catalogue/catalogue';
import { entryWritten } from '../catalogue/find-entry';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { BlockPage } from '../manifest/block-list';
import type { ProofFacts, RequirementFacts, ScenarioFacts } from '../manifest/facts';
import { pageFacts } from '../manifest/page-facts';
import type { ResolvedProof, ResolvedRequirement, ResolvedScenario } from './dossier';
import type { EntryPage } from './entry-pages';

/**
 * Puts the entries of a manifest beside the catalogue entries they are about. Results are kept while the same facts
 * meet the same catalogue: after an edit only the edited entry is resolved again.
 */
export class Resolver {
  readonly #pages = new WeakMap<BlockPage, EntryPage>();
  readonly #requirements = new WeakMap<RequirementFacts, ResolvedRequirement>();
  readonly #coreScenarios = new WeakMap<ScenarioFacts, ResolvedScenario>();

  constructor(readonly index: CatalogueIndex | undefined) {}

  /** The entries that stand on a page of a manifest. */
  page(blocks: BlockPage): EntryPage {
    let page = this.#pages.get(blocks);
    if (!page) {
      const { requirements, coreScenarios } = pageFacts(blocks);
      page = {
        requirements: requirements.map(({ base, facts }) => ({ base, value: this.requirement(facts) })),
        coreScenarios: coreScenarios.map(({ base, facts }) => ({ base, value: this.coreScenario(facts) })),
      };
      this.#pages.set(blocks, page);
    }
    return page;
  }

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
    const scenario = parent && entryWritten(parent.scenarios, facts.id.value);
    const proofs = facts.proofs.map((proof) => resolveProof(proof, scenario, parent));
    return { facts, scenario, proofs, parent, core: false };
  }
}

function resolveProof(
  facts: ProofFacts,
  scenario: Scenario | undefined,
  parent: Requirement | undefined,
): ResolvedProof {
  const proof = scenario && entryWritten(scenario.proofs, facts.id.value);
  return { facts, proof, scenario, parent };
}
