import type { AttachSlotParams } from '../requests/attach-plan';
import type { NextPlaceParams } from '../requests/next-place';
import type { Table, TableChanges, TableFinding } from '../requests/table';
import type { TableCell } from '../requests/table-edit';
import type { ViewPlace } from '../view-place';
import type { TableView } from './table-view';
import type { TableWords } from './table-words';

/** What the page of the table is given in its markup. */
export interface TableStart {
  readonly locale: 'fr' | 'en';
  readonly words: TableWords;
}

/** What was changed and is not saved. */
export interface Unsaved {
  /** Whether the file of the tab is. */
  readonly own: boolean;
  /** Names of the other files that the table wrote to. */
  readonly others: readonly string[];
}

/** What the page is told beside the table. */
export interface AroundTable {
  /** Where the page finds a picture, by the URI of its file; of rows that changed, where only changes are told. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Who the user is, for reviews; empty while the settings do not say. */
  readonly me: string;
  /** YYYY-MM-DD, in Paris. */
  readonly today: string;
  readonly views: readonly TableView[];
}

/** What the extension tells the page of the table. */
export type ToTablePage =
  | ({ readonly kind: 'table'; readonly table: Table } & AroundTable)
  /** What changed since the table that the page was told of last. */
  | ({ readonly kind: 'changes'; readonly changes: TableChanges } & AroundTable)
  /** There is no table; the words say why. */
  | { readonly kind: 'failed'; readonly message: string; readonly canRestart: boolean }
  | ({ readonly kind: 'unsaved' } & Unsaved)
  | { readonly kind: 'written'; readonly edit: number }
  | {
      readonly kind: 'refused';
      readonly edit: number;
      readonly message: string;
      readonly cells: readonly { readonly cell: number; readonly message: string }[];
    }
  /** The document is about to be saved: what is typed in an open cell belongs to it. */
  | { readonly kind: 'flush'; readonly flush: number }
  /** To the next or previous row that wants something, in the order that is shown. */
  | { readonly kind: 'go'; readonly what: NextPlaceParams['what']; readonly direction: NextPlaceParams['direction'] }
  | { readonly kind: 'fixes'; readonly ask: number; readonly titles: readonly string[] };

/** What the page of the table tells the extension. */
export type FromTablePage =
  /** The page has no table, or another one than the changes are for: the whole is told. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'edit'; readonly edit: number; readonly cells: readonly TableCell[] }
  | { readonly kind: 'flushed'; readonly flush: number; readonly cells: readonly TableCell[] }
  /** Outside of fields, which undo what is typed in them. */
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'openPlace'; readonly place: ViewPlace }
  | { readonly kind: 'openFile'; readonly uri: string }
  | { readonly kind: 'attach'; readonly slot: AttachSlotParams }
  | {
      readonly kind: 'dropped';
      readonly slot: AttachSlotParams;
      /** As a `text/uri-list`. */
      readonly list: string;
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
    }
  | { readonly kind: 'askFixes'; readonly ask: number; readonly finding: TableFinding }
  | { readonly kind: 'fix'; readonly finding: TableFinding; readonly title: string }
  | { readonly kind: 'saveViews'; readonly views: readonly TableView[] }
  /** A script or a letter of what is left; what is shown is preselected, where it is of one person or one chapter. */
  | { readonly kind: 'handOut'; readonly person?: string; readonly chapter?: string }
  /** Which proof the keyboard is at. */
  | { readonly kind: 'at'; readonly row: string }
  /** Asks who the user is. */
  | { readonly kind: 'whoAmI' }
  | { readonly kind: 'run'; readonly what: 'restart' | 'openLog' | 'asText' | 'retry' | 'saveAll' };
