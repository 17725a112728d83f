import { requestKind } from '../request';
import type { AttachEdit } from './attach';

/**
 * Reads reports of tests, and says what comes in. With `write`, files are copied and the answer has the edit of the manifests,
 * which the client applies as one that can be undone.
 */
export const collectRequest = requestKind<CollectParams, CollectResult>('segur/collecter');

export interface CollectParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** URIs of reports, and of folders of them. */
  readonly reports: readonly string[];
  /** URIs of folders in which attachments may lie, beside those of the reports. */
  readonly within?: readonly string[];
  readonly write: boolean;
}

export type CollectResult =
  | {
      readonly kind: 'read';
      /** What would come in, a line each. */
      readonly lines: readonly string[];
      /** What does not, and why, a line each. */
      readonly notes: readonly string[];
      readonly summary: string;
      readonly written?: {
        readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
        readonly before: Readonly<Record<string, string>>;
        readonly copies: readonly string[];
        readonly warnings: readonly string[];
      };
    }
  | { readonly kind: 'refused'; readonly message: string };
