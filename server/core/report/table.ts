import type { Status } from '../status/status';
import type { OffsetRange } from '../text/offset-range';

/** A table that every tabular format shows the same: text and numbers, already in the reader's language. */
export interface TableContent {
  readonly title: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The same, for a reader who can follow what is in it. */
export interface ReportTable extends TableContent {
  /** Absent where nothing is counted by it. */
  readonly role?: TableRole;
  /** Where a cell leads to; both are counted from 0. */
  readonly target: (row: number, column: number) => Target | undefined;
  /** What a row counts for. */
  readonly share: (row: number) => Share | undefined;
}

/** Figures by chapter or by domain, and the rows that they count. */
export type TableRole = 'chapter' | 'domain' | 'matrix';

export type Cell = string | number | undefined;

/** What a cell speaks of, for a reader who can follow it. */
export type Target =
  /** An entry of the catalogue, where the manifests speak of it. */
  | { readonly kind: 'entry'; readonly requirement?: string; readonly scenario?: string; readonly proof?: string }
  /** A text of a manifest; without `uri`, of the main one. */
  | { readonly kind: 'text'; readonly uri?: string; readonly range: OffsetRange }
  /** A file of the dossier, by its path as written. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'web'; readonly url: string }
  /** The rows of the matrix that a figure counts. */
  | ({ readonly kind: 'rows' } & Counted);

/** Rows of the matrix; what is absent is not asked of them. */
export interface Counted {
  readonly chapter?: string;
  readonly domain?: string;
  readonly status?: Status;
}

/** Of which figures a row is a part. */
export interface Share {
  readonly chapter: string;
  readonly domain?: string;
  /** Several, where a row stands for a proof and for the choice that is owed. */
  readonly statuses: readonly Status[];
}

/** A column: its header, its width in characters, what it takes from a row, and where that leads to. */
export type Column<T> = readonly [
  header: string,
  width: number,
  value: (row: T) => Cell,
  target?: (row: T) => Target | undefined,
];

export function table<T>(
  title: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  { role, share }: { readonly role?: TableRole; readonly share?: (row: T) => Share | undefined } = {},
): ReportTable {
  return {
    ...(role ? { role } : {}),
    title,
    columns: columns.map(([header, width]) => ({ header, width })),
    rows: rows.map((row) => columns.map(([, , value]) => value(row))),
    target: (at, column) => {
      const row = rows[at];
      return row === undefined ? undefined : columns[column]?.[3]?.(row);
    },
    share: (at) => {
      const row = rows[at];
      return row === undefined ? undefined : share?.(row);
    },
  };
}

/** An address of the web, and nothing else that a manifest may call a link. */
export function webTarget(url: string): Target | undefined {
  return /^https?:\/\//i.test(url) ? { kind: 'web', url } : undefined;
}
