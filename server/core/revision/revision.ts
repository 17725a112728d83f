import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import type { Pair } from './matcher';

/** A value that is another one in the new catalogue; undefined where a side does not say. */
export interface Change<T> {
  readonly from: T | undefined;
  readonly to: T | undefined;
}

/** Members of a list that came and went. */
export interface ListChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What became of one requirement. Every optional field is there exactly when it changed. */
export interface RequirementRevision extends Pair<Requirement> {
  readonly renumbered: boolean;
  /** The same chapter under another name is no move. */
  readonly chapter?: Change<string>;
  readonly text?: Change<string>;
  readonly nature?: Change<string>;
  readonly profiles?: ListChange;
  readonly criticality?: Change<string>;
  readonly scenarios: ScenarioRevisions;
  /** Whether anything at all changed. */
  readonly changed: boolean;
}

export interface ScenarioRevisions {
  readonly kept: readonly ScenarioRevision[];
  readonly added: readonly Scenario[];
  readonly removed: readonly Scenario[];
}

export interface ScenarioRevision extends Pair<Scenario> {
  readonly renumbered: boolean;
  readonly text?: Change<string>;
  readonly mode?: Change<string>;
  readonly mandatory?: Change<boolean>;
  readonly profiles?: ListChange;
  readonly covers?: ListChange;
  readonly proofs: {
    readonly kept: readonly ProofRevision[];
    readonly added: readonly ExpectedProof[];
    readonly removed: readonly ExpectedProof[];
  };
  readonly changed: boolean;
}

export interface ProofRevision extends Pair<ExpectedProof> {
  readonly renumbered: boolean;
  readonly expected?: Change<string>;
  readonly types?: ListChange;
  readonly testCases?: ListChange;
  readonly case?: Change<string>;
  readonly condition?: Change<string>;
  readonly changed: boolean;
}

/** What a new catalogue changes, entry by entry. */
export interface CatalogueRevision {
  readonly before: Catalogue;
  readonly after: Catalogue;
  readonly chapters: ListChange & { readonly renamed: ReadonlyMap<string, string> };
  /** All of them, in the new order; see `changed`. */
  readonly requirements: {
    readonly kept: readonly RequirementRevision[];
    readonly added: readonly Requirement[];
    readonly removed: readonly Requirement[];
  };
  readonly coreScenarios: ScenarioRevisions;
}
