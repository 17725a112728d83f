import { requestKind } from '../request';
import type { AttachEdit } from './attach';

/** What a manifest that git left unmerged becomes when it is merged entry by entry. The client writes it, as one edit. */
export const mergeRequest = requestKind<MergeParams, MergeResult>('segur/reunir');

export interface MergeParams {
  /** Of the manifest. */
  readonly uri: string;
}

export type MergeResult =
  | {
      readonly kind: 'planned';
      /** As a WorkspaceEdit of LSP. */
      readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
      /** The text that the edit is for, by URI. */
      readonly before: Readonly<Record<string, string>>;
      /** What is left to decide, in the user's language; empty where nothing is. */
      readonly conflicts: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };
