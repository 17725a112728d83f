import { orderOf, type DateOrder } from '../intake/sheet-dates';
import type { Row, Sheet, Workbook } from '../workbook/workbook';
import { columnLetters } from '../workbook/workbook';
import { fieldKinds, isField, type Field } from './fields';
import { formIds } from './form-sheets';
import type { Locale } from '../messages/say';

/** A row of a form as it came back. */
export interface ReturnedRow {
  readonly at: CellPlace;
  /** Empty where a row was added, or its key was taken away. */
  readonly key: string;
  readonly cells: Readonly<Partial<Record<Field, ReturnedCell>>>;
  readonly isStruck: boolean;
}

export interface ReturnedCell {
  readonly at: CellPlace;
  /** As displayed, without blanks at the ends. */
  readonly text: string;
  /** It is a number, not a text: a program may have taken `12.10` for one. */
  readonly isNumber: boolean;
  /** Why the text says nothing of what is meant: a formula that gives nothing, words that are struck out. */
  readonly fault?: 'formula' | 'struck';
  /** How days are written in its column. */
  readonly order: DateOrder;
  readonly epoch: 1900 | 1904;
}

/** `Pièces à compléter`, `H12`; of a row, its first cell. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** Rows above the table are few, even where somebody added some. */
const mostAbove = 30;

/**
 * The rows of the forms of a workbook, whatever the order of sheets, rows and columns, and whatever they are called now.
 * @param locale language in which the workbook was written: it says how days are written in it
 */
export function returnedForms({ sheets, epoch = 1900 }: Workbook, locale: Locale): readonly ReturnedRow[] {
  const rows: ReturnedRow[] = [];
  for (const sheet of sheets) {
    const form = formOf(sheet);
    if (!form) continue;
    const { ids, key, columns } = form;
    const own = sheet.rows.filter(({ number, cells }) => number > ids && (cells[key] ?? '').trim() !== formIds.header);
    const orders = new Map(
      [...columns]
        .filter(([field]) => fieldKinds[field].kind === 'date')
        .map(([field, at]) => [field, orderOf(own.map(({ cells }) => cells[at] ?? ''), locale === 'fr')]),
    ); // prettier-ignore
    for (const row of own) {
      if (isBlank(row)) continue;
      const cells = [...columns].map(([field, at]): [Field, ReturnedCell] => [
        field,
        { ...cellOf(row, at, sheet.name), order: orders.get(field) ?? 'unknown', epoch },
      ]);
      rows.push({
        at: { sheet: sheet.name, cell: `${columnLetters(firstFilled(row, key))}${row.number}` },
        key: (row.cells[key] ?? '').trim(),
        cells: Object.fromEntries(cells),
        isStruck: row.struck === true,
      });
    }
  }
  return rows;
}

interface Form {
  /** Number of the row of ids. */
  readonly ids: number;
  readonly key: number;
  readonly columns: ReadonlyMap<Field, number>;
}

function formOf({ rows }: Sheet): Form | undefined {
  for (const { number, cells } of rows) {
    if (number > mostAbove) return undefined;
    const key = cells.findIndex((cell) => cell.trim() === formIds.key);
    if (key < 0) continue;
    const columns = new Map<Field, number>();
    for (const [at, cell] of cells.entries()) {
      const [, field = ''] = /^segur:(.+)$/.exec(cell.trim()) ?? [];
      // Of a column that was copied, the first counts.
      if (isField(field) && !columns.has(field)) columns.set(field, at);
    }
    return { ids: number, key, columns };
  }
  return undefined;
}

function isBlank({ cells, remarks = [] }: Row): boolean {
  return remarks.length === 0 && cells.every((cell) => cell.trim() === '');
}

function firstFilled({ cells }: Row, key: number): number {
  const at = cells.findIndex((cell, index) => index !== key && cell.trim() !== '');
  return at < 0 ? key : at;
}

function cellOf(row: Row, column: number, sheet: string): Omit<ReturnedCell, 'order' | 'epoch'> {
  const remark = row.remarks?.find((one) => one.column === column);
  return {
    at: { sheet, cell: `${columnLetters(column)}${row.number}` },
    text: (row.cells[column] ?? '').trim(),
    isNumber: row.numbers?.includes(column) === true,
    ...(remark ? { fault: remark.kind === 'struck' ? 'struck' : 'formula' } : {}),
  };
}
