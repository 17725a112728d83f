import type { Catalogue, ExpectedProof, Requirement, Scenario } from './catalogue';
import { NearIds } from './closest-ids';
import { NameTable } from './name-table';

export type EntryKind = 'requirement' | 'scenario' | 'proof';

/** `byAlias` is false only when the id is the catalogue's own, to the letter. */
export interface RequirementMatch {
  readonly requirement: Requirement;
  readonly byAlias: boolean;
}

/** A scenario and the requirement it stands under; a core-business scenario has none. */
export interface ScenarioMatch {
  readonly scenario: Scenario;
  readonly requirement?: Requirement;
  readonly byAlias: boolean;
}

export interface ProofMatch extends ScenarioMatch {
  readonly proof: ExpectedProof;
}

type ScenarioEntry = Omit<ScenarioMatch, 'byAlias'>;
type ProofEntry = Omit<ProofMatch, 'byAlias'>;

/**
 * Finds the entries of one catalogue by what people write. Built once per catalogue, then only read.
 * An id that several entries answer to, none nearer than the others, is not found: nothing is guessed.
 */
export class CatalogueIndex {
  readonly #requirements = new NameTable<Requirement>();
  readonly #scenarios = new NameTable<ScenarioEntry>();
  readonly #proofs = new NameTable<ProofEntry>();
  readonly #coreScenarios = new Map<Requirement, Scenario[]>();
  readonly #near: Readonly<Record<EntryKind, NearIds>>;

  constructor(readonly catalogue: Catalogue) {
    for (const requirement of catalogue.requirements) {
      const aliases = [...(requirement.socleId === undefined ? [] : [requirement.socleId]), ...requirement.waveOneIds];
      this.#requirements.add(requirement.id, requirement, aliases, requirement.printedId);
      for (const scenario of requirement.scenarios) this.#addScenario({ scenario, requirement });
    }
    for (const scenario of catalogue.coreScenarios) {
      this.#addScenario({ scenario });
      for (const requirement of this.requirementsCoveredBy(scenario)) {
        const known = this.#coreScenarios.get(requirement);
        if (known === undefined) this.#coreScenarios.set(requirement, [scenario]);
        else known.push(scenario);
      }
    }
    this.#near = {
      requirement: new NearIds(this.#requirements.ids()),
      scenario: new NearIds(this.#scenarios.ids()),
      proof: new NearIds(this.#proofs.ids()),
    };
  }

  /** By id, else by socle or wave-1 id, else by a tolerant form of one of them. */
  requirement(id: string): RequirementMatch | undefined {
    const found = this.#requirements.find(id);
    return found && { requirement: found.entry, byAlias: found.byAlias };
  }

  /** Any scenario. @param within the requirement the id is written under: its own scenarios come first. */
  scenario(id: string, within?: Requirement): ScenarioMatch | undefined {
    const found = this.#scenarios.find(id, (entry) => entry.requirement === within);
    return found && { ...found.entry, byAlias: found.byAlias };
  }

  /** A core-business scenario, or undefined. */
  coreScenario(id: string): Scenario | undefined {
    const found = this.#scenarios.find(id, ({ requirement }) => requirement === undefined);
    return found?.entry.requirement === undefined ? found?.entry.scenario : undefined;
  }

  /** @param within the scenario the id is written under: its own proofs come first. */
  proof(id: string, within?: Scenario): ProofMatch | undefined {
    const found = this.#proofs.find(id, (entry) => entry.scenario === within);
    return found && { ...found.entry, byAlias: found.byAlias };
  }

  /**
   * Ids of the requirements that an id which `requirement` does not find may mean, when it is ambiguous (in wave 1 the
   * same published id became two requirements, and a REM may print one id twice); empty otherwise.
   */
  ambiguous(id: string): readonly string[] {
    return this.#requirements.rivals(id).map((requirement) => requirement.id);
  }

  /** The same for a proof, of whatever scenario. */
  ambiguousProof(id: string): readonly string[] {
    return this.#proofs.rivals(id).map(({ proof }) => proof.id);
  }

  /** Core-business scenarios that verify the requirement, in the order of the REM. */
  coreScenariosOf(requirementId: string): readonly Scenario[] {
    const found = this.requirement(requirementId);
    return (found && this.#coreScenarios.get(found.requirement)) ?? [];
  }

  /** Requirements of this catalogue that a core-business scenario covers, each once; unknown ids are left out. */
  requirementsCoveredBy(scenario: Scenario): readonly Requirement[] {
    return [...new Set(scenario.covers.flatMap((id) => this.requirement(id)?.requirement ?? []))];
  }

  /** @returns up to three ids of that kind that a mistyped id may stand for, nearest first; none when all are far. */
  closest(id: string, kind: EntryKind): readonly string[] {
    return this.#near[kind].closest(id);
  }

  #addScenario(entry: ScenarioEntry): void {
    const { id, printedId, proofs } = entry.scenario;
    this.#scenarios.add(id, entry, [], printedId);
    for (const proof of proofs) this.#proofs.add(proof.id, { ...entry, proof }, [], proof.printedId);
  }
}
