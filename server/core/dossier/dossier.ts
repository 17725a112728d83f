import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { Sentence } from '../messages/say';
import type { ProofFacts, RequirementFacts, ScenarioFacts } from '../manifest/facts';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { CommonFolder } from '../ports/evidence-files';
import type { FileFault } from '../ports/file-fault';
import type { Located } from '../text/offset-range';

/** One manifest file of a dossier. */
export interface ManifestFile {
  readonly uri: string;
  /** Path relative to the dossier's folder, `/` separated. */
  readonly path: string;
  readonly parsed: ParsedManifest;
}

/** A fragment that is there and was not read: what it holds is not known. */
export interface UnreadFragment {
  readonly uri: string;
  /** Path relative to the dossier's folder, `/` separated. */
  readonly path: string;
  readonly fault: FileFault;
  /** The pattern of the main manifest that names it, as its facts have it. */
  readonly pattern: Located<string>;
}

/** A dossier with everything it refers to: the main manifest, its fragments and its catalogue. */
export interface Dossier {
  /** URI of the folder of the main manifest; evidence paths start there. */
  readonly rootUri: string;
  /** The common folder of the portfolio that names this dossier; pieces cited as `commun:…` lie there. */
  readonly common?: CommonFolder;
  readonly main: ManifestFile;
  /** Sorted by URI. */
  readonly fragments: readonly ManifestFile[];
  /** Sorted by URI. */
  readonly unread: readonly UnreadFragment[];
  readonly catalogue: CatalogueState;
  /** Requirement entries, in file then text order. */
  readonly requirements: readonly Entry<ResolvedRequirement>[];
  /** Core-business scenario entries, in file then text order. */
  readonly coreScenarios: readonly Entry<ResolvedScenario>[];
}

/** Something written in a manifest and where: `base` is the offset that the ranges of its facts are relative to. */
export interface Entry<T> {
  readonly uri: string;
  readonly base: number;
  readonly value: T;
}

/** Where the catalogue of a dossier stands. */
export type CatalogueState =
  | {
      readonly kind: 'loaded';
      readonly catalogue: Catalogue;
      readonly index: CatalogueIndex;
      readonly origin: CatalogueOrigin;
      /** The overlay beside it, where there is one. */
      readonly adjustments?: CatalogueAdjustments;
    }
  /** `dossier.dispositif` is missing, or names no known dispositif and no catalogue is given. */
  | { readonly kind: 'unknownDispositif'; readonly dispositif?: string }
  /** `dossier.catalogue` names a file that is not there. */
  | { readonly kind: 'notFound'; readonly path: string }
  /** `dossier.catalogue` leads out of the dossier's folder. */
  | { readonly kind: 'outside'; readonly path: string }
  /** The file is there and was not read. */
  | { readonly kind: 'unread'; readonly path: string; readonly fault: FileFault }
  /** The file is there but is no catalogue. */
  | {
      readonly kind: 'invalid';
      readonly path: string;
      readonly problems: readonly { readonly fr: string; readonly en: string }[];
    };

/** What the team said of an imported catalogue, which holds it already where it was not refused. */
export interface CatalogueAdjustments {
  /** Relative to the dossier's folder. */
  readonly path: string;
  /** Why it is not followed at all. */
  readonly refused?: Sentence;
  /** What in it has no effect. */
  readonly remarks: readonly Sentence[];
  /** As it may leave with a package; absent when it was refused. */
  readonly filed?: string;
}

export type CatalogueOrigin = { readonly kind: 'builtIn' } | { readonly kind: 'file'; readonly uri: string };

/** An entry of the manifest beside the catalogue entry that it is about, if any. Kept while neither changes. */
export interface ResolvedRequirement {
  readonly facts: RequirementFacts;
  /** Undefined when the id is not in the catalogue, or when there is no catalogue. */
  readonly requirement: Requirement | undefined;
  readonly scenarios: readonly ResolvedScenario[];
}

export interface ResolvedScenario {
  readonly facts: ScenarioFacts;
  readonly scenario: Scenario | undefined;
  readonly proofs: readonly ResolvedProof[];
  /** The requirement it stands under; undefined for a core-business scenario. */
  readonly parent: Requirement | undefined;
  readonly core: boolean;
}

export interface ResolvedProof {
  readonly facts: ProofFacts;
  readonly proof: ExpectedProof | undefined;
  /** The catalogue scenario it stands under, if known. */
  readonly scenario: Scenario | undefined;
  readonly parent: Requirement | undefined;
}
