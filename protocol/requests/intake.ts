import { requestKind } from '../request';
import type { AttachEdit } from './attach';

/**
 * Reads a tracking sheet, or a report workbook that colleagues edited, and says what comes in. With `write`, files are copied and the answer has the edit of the manifests,
 * which the client applies as one that can be undone.
 */
export const intakeRequest = requestKind<IntakeParams, IntakeResult>('segur/reprendreSuivi');

export interface IntakeParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** The sheet. */
  readonly sheet: string;
  /** URIs of folders in which its files are sought. */
  readonly folders: readonly string[];
  /** Headers by role, where the user says what a column holds; an empty list takes the role from every column. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** Of a report workbook: whose value is kept of what both sides changed, by the id of the conflict. */
  readonly conflicts?: Readonly<Record<string, 'ours' | 'theirs'>>;
  /** It is merged even if it seems to be of another dossier. */
  readonly isOtherTaken?: boolean;
  readonly write: boolean;
}

export type IntakeResult =
  | {
      readonly kind: 'read';
      readonly sheets: readonly IntakeSheetView[];
      /** What would come in, a line each. */
      readonly lines: readonly string[];
      /** What does not, and why, a line each. */
      readonly notes: readonly string[];
      /** Paths of files that no row leads to. */
      readonly unused: readonly string[];
      readonly pieces: number;
      readonly follows: number;
      /** How much there is of each, in words. */
      readonly summary: string;
      /** Roles that a column may have, with what they are called. */
      readonly roles: readonly { readonly key: string; readonly label: string }[];
      readonly written?: IntakeWritten;
    }
  /** A report workbook that colleagues edited. */
  | {
      readonly kind: 'merge';
      /** What would change, a line each. */
      readonly lines: readonly string[];
      /** What both sides changed: nothing of it is written unless it is settled. */
      readonly conflicts: readonly IntakeConflict[];
      readonly notes: readonly string[];
      readonly summary: string;
      /** That the workbook seems to be of another dossier, in words: nothing is written unless that is wanted. */
      readonly other?: string;
      readonly written?: IntakeWritten;
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface IntakeWritten {
  readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
  readonly before: Readonly<Record<string, string>>;
  /** URIs of the files that were copied. */
  readonly copies: readonly string[];
  /** What a check will find of the pieces, in words. */
  readonly warnings: readonly string[];
}

export interface IntakeConflict {
  readonly id: string;
  readonly line: string;
  readonly choice?: 'ours' | 'theirs';
}

export interface IntakeSheetView {
  readonly name: string;
  readonly columns: readonly {
    /** `A` */
    readonly letters: string;
    readonly header: string;
    readonly role?: string;
  }[];
}
