import { requestKind } from '../request';
import type { AttachSlotParams } from './attach-plan';

/** Which proof of a manifest a place in its text belongs to; the text may be half typed. */
export const proofHereRequest = requestKind<ProofHereParams, ProofHereResult>('segur/preuveIci');

export interface ProofHereParams {
  readonly uri: string;
  readonly position: {
    /** 0-based. */
    readonly line: number;
    /** UTF-16 units. */
    readonly character: number;
  };
}

export interface ProofHereResult {
  /** Absent where there is none. */
  readonly slot?: AttachSlotParams;
  /** URI of the dossier's folder, which paths of pieces start from; absent where the file belongs to no dossier. */
  readonly folder?: string;
  /** The place is inside a value: a text that comes there is meant for it. */
  readonly inValue: boolean;
}
