import { requestKind } from '../request';
import type { AttachEdit } from './attach';

/** What a manifest becomes in the order of the REM. The client writes it, as one edit. */
export const remOrderRequest = requestKind<RemOrderParams, RemOrderResult>('segur/ordreDuRem');

export interface RemOrderParams {
  /** Of a manifest that is open, or on disk. */
  readonly uri: string;
}

export type RemOrderResult =
  | {
      readonly kind: 'planned';
      /** As a WorkspaceEdit of LSP. */
      readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
      /** The text that the edit is for, by URI. */
      readonly before: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'ordered' }
  | { readonly kind: 'refused'; readonly message: string };
