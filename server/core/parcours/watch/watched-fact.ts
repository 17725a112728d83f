import type { JourneyConfidence, MovedAddress, PackageName } from '../../manifest/journey';
import type { Sentence } from '../../messages/say';

/** What a fact is about. */
export type FactKind = 'jalon' | 'delai' | 'dispositif' | 'catalogue' | 'source';

/** Why somebody should look at a fact again. */
export type Doubt =
  /** Two values for one fact; `from` says who gives the other. */
  | { readonly kind: 'contredit'; readonly value: string; readonly from: Sentence }
  /** Third parties alone cite it, and it counts for nothing until it is confirmed. */
  | { readonly kind: 'a_confirmer' }
  | { readonly kind: 'tierce' }
  | { readonly kind: 'deduit' }
  /** Its page is said to be elsewhere. */
  | { readonly kind: 'deplacee' }
  /** Looked for, and not found. */
  | { readonly kind: 'inconnu' }
  /** Days since it was verified, or since the date of the latest document that it was read in. */
  | { readonly kind: 'ancien'; readonly days: number; readonly since: string }
  | { readonly kind: 'jamais' };

/** A place where a fact can be read. */
export interface FactAddress {
  readonly label: string;
  readonly url?: string;
  /** `YYYY-MM-DD` that the document bears. */
  readonly date?: string;
  /** Where its pages are said to be now: shown beside the address that was read, never in its place. */
  readonly moved?: MovedAddress;
}

/** A fact that the product rests on. */
export interface WatchedFact {
  /** `MDV-LGC-Va2/avance`, `delai/compte_cnda`, `source/roadmap`, `catalogue/squash_va1`, `dispositif/HOP-RI-Va1` */
  readonly id: string;
  readonly kind: FactKind;
  readonly label: Sentence;
  /** As a verification has to repeat it; absent where unknown. */
  readonly value?: string;
  /** Absent of an address: it is where facts are read, and none itself. */
  readonly confidence?: JourneyConfidence;
  readonly addresses: readonly FactAddress[];
  /** Somebody read the same at its source. */
  readonly verified?: { readonly on: string; readonly by?: string };
  readonly doubts: readonly Doubt[];
  readonly note?: Sentence;
  /** The data package that gave it. */
  readonly package?: PackageName;
  /** The day itself, where the fact is one, `YYYY-MM-DD`. */
  readonly day?: string;
}
