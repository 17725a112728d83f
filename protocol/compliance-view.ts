import type { ViewPlace } from './view-place';

/** Where something stands; the last five count no proof, each for its own reason. */
export type ViewStatus =
  | 'incomplete'
  | 'toReview'
  | 'toProvide'
  | 'provided'
  /** By a core-business scenario. */
  | 'covered'
  /** The requirement applies, and the REM expects no proof of it. */
  | 'requiredWithoutProof'
  /** For want of a catalogue, or because it does not say. */
  | 'unknown'
  | 'nothingExpected'
  | 'notApplicable';

export interface ViewCounts {
  readonly provided: number;
  readonly toProvide: number;
  readonly incomplete: number;
  readonly toReview: number;
  readonly total: number;
}

/** One line of the *Conformité* tree. */
export interface ViewNode {
  /** Stable across refreshes. */
  readonly id: string;
  readonly kind:
    | 'dossier'
    | 'chapter'
    | 'requirement'
    | 'scenario'
    | 'proof'
    | 'evidence'
    | 'problem'
    /** What ANS asked for and nobody answered yet: the group, and each request. */
    | 'requests'
    | 'request'
    /** What stands above dossiers: a portfolio, a product, a wave; and the pieces that dossiers share, each in a row. */
    | 'portfolio'
    | 'product'
    | 'wave'
    | 'common'
    | 'commonPiece';
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  readonly status: ViewStatus;
  /** The status in words, for tooltips and screen readers. */
  readonly statusLabel: string;
  readonly counts?: ViewCounts;
  /** Where it stands in the manifest, or where it would be written. */
  readonly place?: ViewPlace;
  /** For a proof: who is to provide it, as the manifest says (`suivi`), of it or of what it stands under. */
  readonly responsible?: string;
  /** For a proof that is not provided: its day (`suivi.pour_le`) is over. */
  readonly late?: true;
  /** For a proof: ANS asked for a change of it that nobody has answered yet. */
  readonly requested?: true;
  /** Open threads of the team about it, nothing below it. */
  readonly threads?: number;
  /** For evidence that is a file: what a click opens beside. */
  readonly fileUri?: string;
  readonly children: readonly ViewNode[];
}

export interface DossierView {
  readonly uri: string;
  readonly root: ViewNode;
  /** One line for the status bar: `MDV-LGC-Va2 : 84/212 fournies`. */
  readonly summary: string;
  /** Which catalogue applies, its state and origin, in words. */
  readonly catalogue: string;
  /** How many proofs the team is late with; absent when there is none. */
  readonly late?: number;
  /** How many threads of the team are open; absent when there is none. */
  readonly openThreads?: number;
  /** The same in words, and what is wrong with threads: a sentence each. Absent when there is nothing. */
  readonly team?: readonly string[];
  /** How many requests of ANS a package made now would answer; absent when there is none. */
  readonly toAnswer?: number;
  /** Whether a final package of the whole could be made now, and how many reasons of each kind stand in the way. */
  readonly filing: { readonly possible: boolean; readonly text: string };
}

/** Dossiers of a portfolio, as the tree groups them. */
export interface ViewGroup {
  /** Its children are rows of its own, which stand before the groups. */
  readonly node: ViewNode;
  readonly groups: readonly ViewGroup[];
  /** URIs of the dossiers that stand directly in it. */
  readonly dossiers: readonly string[];
}
