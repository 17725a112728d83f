import type { ReportCounted, ReportRow, ReportTableView } from '../../../protocol/requests/report';
import { plain } from '../table/model/plain';

/** How the report is looked at; VS Code keeps it while the page is hidden or the window is loaded again. */
export interface ReportLook {
  readonly search: string;
  /** What a chart or a figure asked for. */
  readonly counted: ReportCounted;
  /** By the title of a table. */
  readonly tables: Readonly<Record<string, TableLook>>;
  readonly top: number;
}

export interface TableLook {
  readonly folded?: boolean;
  /** By number of the column; absent: the order of the report. */
  readonly sort?: { readonly column: number; readonly descending: boolean } | undefined;
  /** The row of filters is open. */
  readonly filtering?: boolean;
  /** What columns must contain. */
  readonly filters?: Readonly<Record<number, string>>;
  /** How many rows are drawn at most. */
  readonly rows?: number;
}

export const firstLook: ReportLook = { search: '', counted: {}, tables: {}, top: 0 };

/** The rows of a table that are asked for, in their order. */
export function shownRows(
  table: ReportTableView,
  { search, counted }: ReportLook,
  { sort, filters = {} }: TableLook,
  locale: 'fr' | 'en',
): readonly ReportRow[] {
  const words = plain(search)
    .split(' ')
    .filter((word) => word !== '');
  const wanted = Object.entries(filters).map(([column, text]) => [Number(column), plain(text)] as const);
  const rows = table.rows.filter((row) => {
    if (!isCounted(row, counted)) return false;
    if (!wanted.every(([column, text]) => plain(String(row.cells[column] ?? '')).includes(text))) return false;
    if (words.length === 0) return true;
    const text = plain(row.cells.join('\n'));
    return words.every((word) => text.includes(word));
  });
  return sort ? sorted(rows, sort, locale) : rows;
}

/** Rows that count for nothing, as findings do, are no part of what a figure asks for: they stay. */
function isCounted({ share }: ReportRow, { chapter, domain, status }: ReportCounted): boolean {
  if (!share) return true;
  return (
    (chapter === undefined || share.chapter === chapter) &&
    (domain === undefined || share.domain === undefined || share.domain === domain) &&
    (status === undefined || share.statuses.includes(status))
  );
}

function sorted(
  rows: readonly ReportRow[],
  { column, descending }: NonNullable<TableLook['sort']>,
  locale: 'fr' | 'en',
): readonly ReportRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const way = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a = '', b = ''] = [one.cells[column], other.cells[column]];
    // What is empty comes last, whichever way.
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return way * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
  });
}
