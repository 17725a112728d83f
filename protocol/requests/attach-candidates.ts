import { requestKind } from '../request';
import type { AttachSlotParams } from './attach-plan';

/** Files of the dossier that nothing cites, to be attached where they lie. */
export const attachCandidatesRequest = requestKind<AttachCandidatesParams, AttachCandidatesResult>(
  'segur/piecesPossibles',
);

export interface AttachCandidatesParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** What they are looked for. */
  readonly slot?: AttachSlotParams;
}

export interface AttachCandidatesResult {
  /** Those named after what is wanted first. */
  readonly files: readonly CandidateView[];
}

export interface CandidateView {
  readonly uri: string;
  /** Relative to the dossier's folder. */
  readonly path: string;
  /** Its name has the id of what is wanted. */
  readonly isNamed: boolean;
  /** The one proof that its name says. */
  readonly slot?: AttachSlotParams;
}
