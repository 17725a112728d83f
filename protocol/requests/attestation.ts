import { requestKind } from '../request';

/** Writes a statement to be signed. The manifest is left to the client. */
export const attestationRequest = requestKind<AttestationParams, AttestationResult>('segur/attestation');

export interface AttestationParams {
  /** URI of the main manifest. */
  readonly uri: string;
  /** Id of a requirement or scenario. */
  readonly id: string;
  readonly model: AttestationModel;
  /** Leave out the notice that it is a draft to be read again. */
  readonly reread: boolean;
  /** Where to write it; absent: in the folder of declarations, to be named in the manifest. */
  readonly target?: string;
}

export const attestationModels = ['non-applicable', 'engagement', 'honneur'] as const;

export type AttestationModel = (typeof attestationModels)[number];

export type AttestationResult =
  | {
      readonly kind: 'written';
      readonly path: string;
      /** The change that names it in the manifest. Absent when a target was given. */
      readonly change?: AttestationChange;
      /** What to do with it and what it could not show, in words. */
      readonly remarks: readonly string[];
    }
  /** The manifest has no place for it: ask where to write it. `reason` says why, in words. */
  | { readonly kind: 'targetNeeded'; readonly reason: string; readonly suggestion: string }
  /** A file stands there, which may be the signed statement: nothing was written. */
  | { readonly kind: 'exists'; readonly path: string; readonly message: string };

export interface AttestationChange {
  readonly uri: string;
  readonly before: string;
  /** UTF-16 offsets in `before`. */
  readonly changes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}
