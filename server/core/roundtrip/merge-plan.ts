import type { EditedFile } from '../attach/draft';
import type { Cell } from '../cells/cell';
import type { CellRefusal } from '../cells/cell-refusal';
import type { Sentence, SentenceArguments } from '../messages/say';
import type { EditableRow } from './editable-rows';
import type { Field } from './fields';
import type { CellPlace } from './read-forms';
import type { DossierIdentity } from './record';

/** Whose value is kept where both changed it. */
export type Side = 'ours' | 'theirs';

/** A value of a dossier, or the three of a review, that a workbook changes. */
export interface MergeEdit {
  /** Of the first of its cells. */
  readonly at: CellPlace;
  readonly row: EditableRow;
  readonly fields: readonly Field[];
  /** What the workbook said when it was written, what the dossier says, what the workbook says: of each field. */
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly cell: Cell;
}

/** The dossier and the workbook both changed it, and not to the same. */
export interface MergeConflict extends MergeEdit {
  /** Absent while nobody has chosen. */
  readonly choice?: Side;
}

/** Something that does not come in, or that cannot. */
export type MergeNote =
  /** The cell says nothing that could be written, or what is there cannot be. */
  | { readonly kind: 'cell'; readonly at: CellPlace; readonly sentence: Sentence; readonly args?: SentenceArguments }
  | { readonly kind: 'refused'; readonly at: CellPlace; readonly refusal: CellRefusal }
  /** A row without key. */
  | { readonly kind: 'added'; readonly at: CellPlace; readonly text: string }
  /** A row whose key the workbook did not have when it was written. */
  | { readonly kind: 'foreign'; readonly at: CellPlace }
  /** Several rows of one key that say different things. */
  | { readonly kind: 'copies'; readonly at: CellPlace; readonly other: CellPlace }
  /** Edited, and no longer in the dossier. */
  | { readonly kind: 'gone'; readonly at: CellPlace; readonly about: string }
  /** The file was reviewed as it was when the workbook was written; it is another now. */
  | { readonly kind: 'fileChanged'; readonly at: CellPlace; readonly about: string }
  /** Longer than a cell can hold: what came back is not all of it. */
  | { readonly kind: 'tooLong'; readonly at: CellPlace }
  /** Written where the row has no such value. */
  | { readonly kind: 'notHere'; readonly at: CellPlace; readonly field: Field }
  | { readonly kind: 'struck'; readonly at: CellPlace }
  | { readonly kind: 'lostColumn'; readonly sheet: string; readonly field: Field }
  /** Rows that are not in the workbook any more: nothing is taken away for that. */
  | { readonly kind: 'lostRows'; readonly count: number; readonly first: string };

export interface MergePlan {
  readonly kind: 'merge';
  /** Values that the workbook brings, conflicts that are settled for it included. */
  readonly edits: readonly MergeEdit[];
  readonly conflicts: readonly MergeConflict[];
  readonly notes: readonly MergeNote[];
  /** Values that nobody changed; that the dossier alone changed; that both changed to the same. */
  readonly unchanged: number;
  readonly kept: number;
  readonly same: number;
  /** Manifests as the edits leave them. */
  readonly files: readonly EditedFile[];
  /** The dossier that the workbook was written of, where that seems to be another. */
  readonly other?: DossierIdentity;
}
