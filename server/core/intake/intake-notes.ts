import type { Slot } from '../attach/slots';
import type { FoundFile } from './sheet-files';

/** A row of a tracking sheet. */
export interface RowPlace {
  readonly sheet: string;
  /** As the spreadsheet program numbers it. */
  readonly row: number;
}

/** What a sheet says that does not come in, or differs from what is there. */
export type IntakeNote = { readonly at: RowPlace } & (
  | { readonly kind: 'unknownId'; readonly id: string; readonly near: readonly string[] }
  /** An id of the dossier, of something wider than the column is for. */
  | { readonly kind: 'widerId'; readonly id: string }
  /** A cell without a value that can be read: an error, a formula that nobody computed, struck words. */
  | { readonly kind: 'unreadError' | 'uncomputed' | 'struckWords'; readonly column: string; readonly text: string }
  /** Files or links in a row that names no proof. */
  | { readonly kind: 'noSubject'; readonly text: string }
  /** The proof cites a file of this name with another content. */
  | { readonly kind: 'otherContent'; readonly name: string; readonly there: string }
  /** Nothing says which of several slots is meant. */
  | { readonly kind: 'severalSlots'; readonly about: string; readonly slots: readonly Slot[] }
  | { readonly kind: 'noFile'; readonly name: string }
  | { readonly kind: 'severalFiles'; readonly name: string; readonly files: readonly FoundFile[] }
  | { readonly kind: 'badLink' | 'cutLink' | 'badExecution' | 'badDate' | 'unknownState'; readonly text: string }
  | { readonly kind: 'notApplicable'; readonly about: string }
  /** A cell shows one thing and leads to another, which does not come in. */
  | { readonly kind: 'otherTarget'; readonly text: string; readonly target: string }
  /** A cell of a column that names no files leads to one. */
  | { readonly kind: 'linkElsewhere'; readonly column: string; readonly target: string }
  /** Words about a piece, in a row without any. */
  | { readonly kind: 'wordsWithoutPiece'; readonly text: string }
  /** Another row brought the same piece and says otherwise of it. */
  | { readonly kind: 'twice'; readonly label: string; readonly first: RowPlace }
  | {
      readonly kind: 'conflict';
      readonly about: string;
      readonly field: string;
      readonly sheet: string;
      readonly there: string;
    }
  /** The row is struck out. */
  | { readonly kind: 'struck' }
  /** Coloured rows without a legend. */
  | { readonly kind: 'colours' }
);
