import { beginsFormula } from '../../../../words/formula';

/**
 * Cells as spreadsheets read and write them on the clipboard: tabs between cells, line ends between rows, and quotes around
 * a cell that holds one of them, doubled inside. A text that a spreadsheet would run as a formula goes out with an
 * apostrophe before it, which makes it a text there, and comes back without it.
 */

/** @returns the text of cells, row by row */
export function toTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

/**
 * The cells of a text, row by row. A quote that does not open a cell is a character as any other, and a quoted cell that
 * never ends goes to the end of the text. The line end after the last row makes no row.
 */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at);
    row.push(cell.startsWith("'") && runs(cell) ? cell.slice(1) : cell);
    at = end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (text.startsWith('\r\n', at)) at += 2;
    else if (at < text.length) at += 1;
    if (at >= text.length) return rows;
  }
}

/** A number alone runs nothing, and would be a text with an apostrophe. */
const number = /^[+-]?\d+(?:[.,]\d+)?$/;
const bare = (cell: string): string => cell.replace(/^'+/, '');
const runs = (cell: string): boolean => beginsFormula(bare(cell)) && !number.test(cell);

function quoted(text: string): string {
  const cell = runs(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function bareCell(text: string, from: number): { readonly cell: string; readonly end: number } {
  let end = from;
  while (end < text.length && !'\t\r\n'.includes(text[end] ?? '')) end += 1;
  return { cell: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } {
  let at = from + 1;
  let cell = '';
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, close);
    if (text[close + 1] === '"') {
      cell += '"';
      at = close + 2;
      continue;
    }
    // What follows the closing quote belongs to the cell, as spreadsheets read it.
    const { cell: rest, end } = bareCell(text, close + 1);
    return { cell: cell + rest, end };
  }
}
