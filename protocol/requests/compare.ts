import { requestKind } from '../request';

/** What two packages or dossiers file, and what differs. */
export const compareRequest = requestKind<CompareParams, CompareResult>('segur/comparer');

export interface CompareParams {
  readonly before: StateReference;
  readonly after: StateReference;
}

/** A package by its path, or a dossier by the URI of its main manifest. */
export type StateReference =
  { readonly kind: 'package'; readonly file: string } | { readonly kind: 'dossier'; readonly uri: string };

export interface CompareResult {
  readonly same: boolean;
  /** What differs, in a sentence. */
  readonly summary: string;
  readonly before: StateText;
  readonly after: StateText;
}

export interface StateText {
  readonly name: string;
  /** A fact on each line, in the same order on both sides. */
  readonly text: string;
}
