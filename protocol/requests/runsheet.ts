import { requestKind } from '../request';

/** Of whom and of what a shooting script or a letter may be; null when there is no such dossier (any more). */
export const runsheetNamesRequest = requestKind<RunsheetNamesParams, RunsheetNames | null>(
  'segur/choixFeuilleDeTournage',
);

export interface RunsheetNamesParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
}

/** In the order of the dossier; only where something is left to be provided. */
export interface RunsheetNames {
  /** Of the main manifest. */
  readonly uri: string;
  readonly chapters: readonly string[];
  readonly people: readonly string[];
}

/**
 * Writes what is left to be filmed and gathered, as a script to follow or as a letter; the extension of the target is the
 * format (`html`, `pdf`, `md`). Null when there is no such dossier (any more).
 */
export const runsheetRequest = requestKind<RunsheetParams, RunsheetResult | null>('segur/feuilleDeTournage');

export interface RunsheetParams {
  readonly uri: string;
  readonly target: string;
  readonly isLetter: boolean;
  readonly by: 'chapter' | 'person';
  /** Only what this person is named for. */
  readonly person?: string;
  /** Only this chapter. */
  readonly chapter?: string;
}

export interface RunsheetResult {
  readonly path: string;
  /** Characters that the document could not show. */
  readonly lost: readonly string[];
}
