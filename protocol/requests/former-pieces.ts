import { requestKind } from '../request';
import type { AttachSlotParams } from './attach-plan';
import type { TablePiece } from './table';

/**
 * The pieces that former revisions of the manifests cited, as git has them, for the proofs of one requirement or core-business
 * scenario. Nothing where the dossier is in no git work tree, git is not there, or the folder is not trusted.
 */
export const formerPiecesRequest = requestKind<FormerPiecesParams, FormerPiecesAnswer>('segur/piecesAnterieures');

export interface FormerPiecesParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** The proofs. */
  readonly slots: readonly AttachSlotParams[];
}

export interface FormerPiecesAnswer {
  /** In the order of the question; those that are cited still are among them. */
  readonly proofs: readonly (readonly FormerPieceView[])[];
}

export interface FormerPieceView extends Pick<TablePiece, 'kind' | 'label'> {
  /** `YYYY-MM-DD`: when a revision that cites it was last committed. */
  readonly on: string;
  /** As git abbreviates it. */
  readonly revision: string;
}
