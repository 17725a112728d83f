import { requestKind } from '../request';
import type { ViewPlace, ViewPosition } from '../view-place';

/** The next or previous proof that wants something, from a place on: through all files of its dossier, then around. */
export const nextPlaceRequest = requestKind<NextPlaceParams, NextPlace>('segur/suivant');

export interface NextPlaceParams {
  /** Proofs to provide or to complete, proofs to review, changes that ANS asked for. */
  readonly what: 'missing' | 'toReview' | 'requested';
  readonly direction: 'next' | 'previous';
  /** Where the cursor is; without it, or in a file of no dossier, the search begins before the first. */
  readonly from?: { readonly uri: string; readonly position: ViewPosition };
}

export interface NextPlace {
  /** Absent when there is none. */
  readonly place?: ViewPlace;
  /** What stands there and how many there are, or that there is none: `12/84 · INS/va1.01.01.01 …`. */
  readonly text: string;
}
