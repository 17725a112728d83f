import type { ViewPlace } from '../view-place';
import { requestKind, type NoParams } from '../request';

/** The files of evidence of every dossier, cited or lying beside those that are. */
export const piecesRequest = requestKind<NoParams, PiecesAnswer>('segur/pieces');

export interface PiecesAnswer {
  readonly dossiers: readonly PiecesDossier[];
}

export interface PiecesDossier {
  /** Of the main manifest. */
  readonly uri: string;
  readonly label: string;
  /** By path. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** Relative to the dossier's folder, parts joined by `/`. */
  readonly path: string;
  readonly uri: string;
  /** What is to be known of it first; `cited` when there is nothing else, `unlooked` while nobody has looked. */
  readonly state: PieceState;
  /** The states in words: `inchangée · citée 2 fois`. */
  readonly description: string;
  /** Where it is cited. */
  readonly uses: readonly { readonly label: string; readonly place?: ViewPlace }[];
}

export type PieceState = 'cited' | 'unlooked' | 'orphan' | 'duplicate' | 'changed' | 'unread' | 'missing';
