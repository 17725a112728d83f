import { requestKind } from '../request';
import type { AttachEdit } from './attach';

/**
 * Reads answers of ANS from a pasted text or a file, and says what comes in. With `write`, the answer has the edit of the
 * manifests, which the client applies as one that can be undone.
 */
export const answersRequest = requestKind<AnswersParams, AnswersResult>('segur/reponsesAns');

export interface AnswersParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  readonly said: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly file: string };
  /** `YYYY-MM-DD` of answers that give no day. */
  readonly on?: string;
  /** An answer about a scenario or requirement is one about each of its proofs. */
  readonly spreads?: boolean;
  readonly write: boolean;
}

export type AnswersResult =
  | {
      readonly kind: 'read';
      /** What would be written, a line each. */
      readonly lines: readonly string[];
      /** What would not, and why, a line each. */
      readonly notes: readonly string[];
      readonly summary: string;
      /** Answers about a scenario or requirement of several proofs were left aside. */
      readonly couldSpread: boolean;
      readonly written?: {
        readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
        readonly before: Readonly<Record<string, string>>;
        readonly copies: readonly string[];
        readonly warnings: readonly string[];
      };
    }
  | { readonly kind: 'refused'; readonly message: string };
