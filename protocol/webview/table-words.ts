import type { NextPlaceParams } from '../requests/next-place';
import type { CommonWords } from './common-words';
import type { TableColumn, TableGroup } from './table-view';

/** What the page of the table says, in the language of the settings; sentences with `{…}` are filled by `fill`. */
export interface TableWords extends CommonWords {
  readonly title: string;
  readonly columns: Readonly<Record<TableColumn, string>>;
  readonly groups: Readonly<Record<TableGroup, string>>;
  readonly empty: string;
  readonly nothingFound: string;
  readonly clearFilters: string;
  readonly shown: string;
  readonly toolbar: string;
  readonly search: string;
  readonly groupBy: string;
  /** The button that opens what is shown: columns and how high rows are. */
  readonly display: string;
  readonly views: string;
  readonly saveView: string;
  readonly viewName: string;
  readonly deleteView: string;
  readonly noViews: string;
  readonly density: string;
  readonly compact: string;
  readonly comfortable: string;
  readonly filterColumn: string;
  readonly filterOn: string;
  /** Of what is searched: `{text}`. */
  readonly quoted: string;
  readonly contains: string;
  readonly emptyValue: string;
  readonly clearFilter: string;
  readonly sortUp: string;
  readonly sortDown: string;
  readonly fileOrder: string;
  readonly hideColumn: string;
  readonly columnActions: string;
  readonly close: string;
  readonly noDomain: string;
  readonly noChapter: string;
  readonly nobody: string;
  readonly groupCount: string;
  readonly dropHint: string;
  readonly openPiece: string;
  readonly seeLine: string;
  readonly inherited: string;
  readonly requested: string;
  readonly pieceOf: string;
  readonly notExamined: string;
  readonly readOnlyCell: string;
  readonly needsPiece: string;
  /** Rows of one scenario were given different texts of conformity. */
  readonly otherText: string;
  readonly inheritedCell: string;
  readonly dateHint: string;
  readonly removed: string;
  readonly width: string;
  readonly shownColumns: string;
  readonly pastedFile: string;
  readonly cellsLeft: string;
  readonly copied: string;
  readonly written: string;
  readonly reviewVerdict: string;
  readonly reviewBy: string;
  readonly reviewOn: string;
  readonly verdicts: Readonly<Record<'suffisante' | 'insuffisante', string>>;
  readonly noVerdict: string;
  readonly badDate: string;
  readonly badWork: string;
  readonly badReview: string;
  readonly findingsOf: string;
  readonly findingCount: string;
  /** How many there are, and the first. */
  readonly firstFinding: string;
  readonly noFix: string;
  readonly lookingForFixes: string;
  readonly readOnly: string;
  readonly leftOut: string;
  readonly asText: string;
  readonly unsaved: string;
  /** Everything that was changed, in whichever file. */
  readonly save: string;
  readonly edited: string;
  readonly handOut: string;
  readonly undo: string;
  readonly redo: string;
  /** Of the button that opens the active cell to be written in all selected lines: `{count}`. */
  readonly writeSelection: string;
  /** What the button above shows: a short form of what it is named. */
  readonly selectedLines: string;
  /** Of the button in the open cell that writes them: `{count}`. */
  readonly writeLines: string;
  readonly mine: string;
  /** Which row of how many one was led to. */
  readonly goneTo: string;
  readonly noneToGoTo: Readonly<Record<NextPlaceParams['what'], string>>;
  readonly keys: string;
  readonly keysHelp: readonly (readonly [string, string])[];
}
