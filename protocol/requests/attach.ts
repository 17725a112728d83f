import { requestKind } from '../request';
import type { AttachParams, AttachPlanResult } from './attach-plan';

/**
 * Copies the files of pieces into the dossier, and says what the manifests become. The client applies that as one edit that
 * can be undone; a file that was copied stays then, cited by nothing.
 */
export const attachRequest = requestKind<AttachParams, AttachResult>('segur/joindrePieces');

export type AttachResult =
  | (Extract<AttachPlanResult, { readonly kind: 'planned' }> & {
      /** As a WorkspaceEdit of LSP. */
      readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
      /** The texts that the edit is for, by URI: of any other it would make something else. */
      readonly before: Readonly<Record<string, string>>;
      /** URIs of the files that were copied. */
      readonly copies: readonly string[];
    })
  | Exclude<AttachPlanResult, { readonly kind: 'planned' }>;

/** A TextEdit of LSP. */
export interface AttachEdit {
  readonly range: { readonly start: AttachPosition; readonly end: AttachPosition };
  readonly newText: string;
}

interface AttachPosition {
  /** 0-based. */
  readonly line: number;
  /** UTF-16 units. */
  readonly character: number;
}
