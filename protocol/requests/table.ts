import { requestKind } from '../request';
import type { ViewPlace } from '../view-place';
import type { ViewCounts, ViewStatus } from '../compliance-view';
import type { AttachSlotParams } from './attach-plan';

/** A dossier as a table: a row for each expected proof, in the order of the REM. */
export const tableRequest = requestKind<TableParams, TableAnswer>('segur/tableau');

export interface TableParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** The `revision` of the answer that is at hand: what changed since then is enough. The whole is answered where it is not known any more. */
  readonly since?: string;
}

export type TableAnswer = Table | TableChanges | { readonly kind: 'refused'; readonly message: string };

/** What a table says beside its rows. */
export interface TableHead {
  /** Of this answer; never the same for another one. */
  readonly revision: string;
  /** Of the main manifest. */
  readonly uri: string;
  readonly label: string;
  readonly counts: ViewCounts;
  /** Software version of the dossier, as written: what a new piece is recorded on. */
  readonly version?: string;
  /** Why nothing can be written now, in words: broken text, a fragment that was not read. What can be shown is shown. */
  readonly readOnly?: string;
  /** What is not in the rows, in words: entries of no catalogue, fragments not read. */
  readonly leftOut: readonly string[];
  /** Who is named as responsible anywhere in the dossier, for completion. */
  readonly people: readonly string[];
}

export interface Table extends TableHead {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
}

/** What to change in an earlier answer, which has the same rows in the same order; see `withChanges`. */
export interface TableChanges {
  readonly kind: 'changes';
  readonly head: TableHead;
  /** The `revision` of the answer that they are for. */
  readonly since: string;
  /** Rows that say something else, by their place in the list. */
  readonly changed: readonly { readonly at: number; readonly row: TableRow }[];
  /** Rows that say the same and stand that many lines further down, or up. */
  readonly moved: readonly { readonly first: number; readonly count: number; readonly lines: number }[];
}

export interface TableRow {
  /** Stable across refreshes, and of one dossier only. */
  readonly id: string;
  readonly slot: AttachSlotParams;
  readonly chapter: string;
  readonly domain: string;
  /** Id of the requirement or, for a core-business scenario, of the scenario, with its title. */
  readonly requirement: TableEntry;
  readonly scenario: TableEntry;
  readonly proof: TableEntry;
  readonly status: ViewStatus;
  readonly statusLabel: string;
  readonly pieces: readonly TablePiece[];
  /** The text of conformity of the scenario, which leaves with the package: the same in each of its rows. */
  readonly conformity?: string;
  readonly follow: TableFollow;
  readonly findings: readonly TableFinding[];
  /** ANS asked for a change that nobody has answered yet. */
  readonly requested?: true;
  readonly late?: true;
  /** Open threads of the team about the proof, in words. */
  readonly threads?: string;
  readonly place?: ViewPlace;
}

export interface TableEntry {
  /** As printed. */
  readonly id: string;
  readonly text: string;
}

/** `suivi` of a proof: what is written for it, and what it inherits from scenario and requirement. */
export interface TableFollow {
  readonly responsible?: string;
  /** YYYY-MM-DD. */
  readonly due?: string;
  /** A value of `travail`, as in the format. */
  readonly work?: string;
  /** Which of the three come from above. */
  readonly inherited: readonly ('responsible' | 'due' | 'work')[];
}

export interface TablePiece {
  readonly kind: 'file' | 'link' | 'execution' | 'declaration' | 'unknown';
  /** Path, URL or number, as written. */
  readonly label: string;
  /** Of the file, where it is there. */
  readonly uri?: string;
  /** It can be shown as a picture. */
  readonly isPicture?: true;
  /** As written. */
  readonly date?: string;
  readonly version?: string;
  readonly comment?: string;
  readonly note?: string;
  readonly review?: { readonly by?: string; readonly on?: string; readonly verdict?: string };
  /** How far it was looked into, in words; absent while nobody has looked. */
  readonly examined?: string;
  readonly place?: ViewPlace;
}

export interface TableFinding {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly rule: string;
  readonly message: string;
  /** Which piece of the row, 0-based; absent where it speaks of the proof or what it stands under. */
  readonly piece?: number;
  readonly place: ViewPlace;
}
