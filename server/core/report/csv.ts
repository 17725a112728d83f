import type { ReportTable } from './table';

export interface CsvOptions {
  /** A comma, as RFC 4180 has it, or the semicolon that a French spreadsheet program expects. */
  readonly separator: ',' | ';';
  /** A byte order mark, by which Excel knows that the text is UTF-8. */
  readonly byteOrderMark: boolean;
}

/**
 * A table as CSV (RFC 4180): lines end with CR LF, every text is quoted where it must be. A text that a spreadsheet
 * program would run as a formula gets an apostrophe before it, which makes it a text there.
 */
export function csvOf(table: ReportTable, { separator, byteOrderMark }: CsvOptions): string {
  const lines = [table.columns.map(({ header }) => header), ...table.rows].map((cells) =>
    cells.map((cell) => field(cell, separator)).join(separator),
  );
  return `${byteOrderMark ? '\uFEFF' : ''}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** What begins a formula, in ASCII or full width; a tab or a line end at the start may be dropped before one. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function field(cell: string | number | undefined, separator: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
