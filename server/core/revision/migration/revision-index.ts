import type { Requirement, Scenario } from '../../catalogue/catalogue';
import { entryWritten } from '../../catalogue/find-entry';
import { CatalogueIndex } from '../../catalogue/index-catalogue';
import type { CatalogueRevision, RequirementRevision, ScenarioRevision } from '../revision';

/** What became of the entry that an id written in a manifest stands for. */
export interface Fate<T> {
  /** Undefined when the new catalogue does not have it. */
  readonly revision: T | undefined;
}

/** Finds what became of entries by what is written; ids that the old catalogue does not know have no fate. */
export class RevisionIndex {
  readonly #old: CatalogueIndex;
  readonly #requirements = new Map<Requirement, RequirementRevision>();
  readonly #core = new Map<Scenario, ScenarioRevision>();

  /** @param followProbable whether entries matched by their text alone count as found again */
  constructor(
    readonly revision: CatalogueRevision,
    readonly followProbable: boolean,
  ) {
    this.#old = new CatalogueIndex(revision.before);
    for (const one of revision.requirements.kept) if (this.#counts(one)) this.#requirements.set(one.before, one);
    for (const one of revision.coreScenarios.kept) if (this.#counts(one)) this.#core.set(one.before, one);
  }

  /** New ids of the proofs that are renumbered, by the old ones. */
  renumberedProofs(): ReadonlyMap<string, string> {
    const { requirements, coreScenarios } = this.revision;
    const under = requirements.kept.filter((one) => this.#counts(one)).flatMap(({ scenarios }) => scenarios.kept);
    const proofs = [...under, ...coreScenarios.kept]
      .filter((one) => this.#counts(one))
      .flatMap((scenario) => scenario.proofs.kept);
    const renumbered = proofs.filter((one) => one.renumbered && this.#counts(one));
    const ids = new Map(renumbered.map(({ before, after }) => [before.id, after.id]));
    // One id may have been that of several proofs, which each have another one now: which is meant is not known.
    for (const { before, after } of proofs)
      if (ids.has(before.id) && ids.get(before.id) !== after.id) ids.delete(before.id);
    return ids;
  }

  requirement(id: string): Fate<RequirementRevision> | undefined {
    const requirement = this.#old.requirement(id)?.requirement;
    return requirement && { revision: this.#requirements.get(requirement) };
  }

  coreScenario(id: string): Fate<ScenarioRevision> | undefined {
    const scenario = this.#old.coreScenario(id);
    return scenario && { revision: this.#core.get(scenario) };
  }

  scenario(id: string, { before, scenarios }: RequirementRevision): Fate<ScenarioRevision> | undefined {
    return this.#child(id, before.scenarios, scenarios.kept);
  }

  proof(
    id: string,
    { before, proofs }: ScenarioRevision,
  ): Fate<ScenarioRevision['proofs']['kept'][number]> | undefined {
    return this.#child(id, before.proofs, proofs.kept);
  }

  #child<
    T extends { readonly before: E; readonly by: RequirementRevision['by'] },
    E extends { readonly id: string; readonly printedId?: string },
  >(id: string, entries: readonly E[], kept: readonly T[]): Fate<T> | undefined {
    const entry = entryWritten(entries, id);
    return entry && { revision: kept.find((one) => one.before === entry && this.#counts(one)) };
  }

  #counts({ by }: { readonly by: RequirementRevision['by'] }): boolean {
    return this.followProbable || by !== 'text';
  }
}
