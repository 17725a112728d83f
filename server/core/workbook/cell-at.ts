import type { Row } from './workbook';

/** What a cell shows; empty where the row ends before it, and without a column. */
export function cellAt(row: Pick<Row, 'cells'> | undefined, column: number | undefined): string {
  return column === undefined ? '' : (row?.cells[column] ?? '');
}
