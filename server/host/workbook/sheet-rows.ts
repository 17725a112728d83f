import type { Row } from '../../core/workbook/workbook';
import type { Cancellation } from '../../core/ports/cancellation';
import { shownText } from './cell-escapes';
import { showNumber, type NumberFormat } from './number-format';
import { WorkbookError } from './workbook-error';
import { readXml } from './xml-events';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly epoch1904: boolean;
}

/** Sheets have at most this many columns and rows (Excel's own limits). */
const maxColumns = 16_384;
const maxRows = 1_048_576;
/** Cells kept for one sheet, empty ones before a filled one included; the largest real REM has some 10,000. */
const maxCells = 5_000_000;

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

/**
 * Rows of one worksheet part, numbered as in the spreadsheet program. A cell merged over several rows gives its text to
 * each of them, for that is what the reader of the sheet sees. Hidden rows and columns are read like the others.
 * @throws WorkbookError
 */
export async function readSheetRows(
  part: string,
  bytes: Uint8Array,
  context: SheetContext,
  token: Cancellation,
): Promise<Row[]> {
  const rows = new Map<number, string[]>();
  const merges: Range[] = [];
  let rowNumber = 0;
  let column = -1;
  let cells: string[] = [];
  let type = '';
  let style = 0;
  let raw = '';
  let kept = 0;
  let taking = false;
  let inPhonetic = false;
  const broken = (detail: string): WorkbookError => new WorkbookError('contenu-corrompu', { part, detail });

  await readXml(
    part,
    bytes,
    {
      open(element, attribute) {
        switch (element) {
          case 'row': {
            const written = attribute('r');
            rowNumber = written === undefined ? rowNumber + 1 : Number(written);
            if (!Number.isInteger(rowNumber) || rowNumber < 1 || rowNumber > maxRows)
              throw broken(`row r="${written ?? ''}"`);
            cells = rows.get(rowNumber) ?? [];
            column = -1;
            break;
          }
          case 'c': {
            const written = attribute('r');
            column = written === undefined ? column + 1 : columnOf(written);
            if (column < 0 || column >= maxColumns) throw broken(`c r="${written ?? ''}"`);
            type = attribute('t') ?? 'n';
            style = Number(attribute('s') ?? '0');
            raw = '';
            break;
          }
          case 'v':
            taking = true;
            break;
          case 't':
            taking = !inPhonetic;
            break;
          case 'rPh':
            inPhonetic = true;
            break;
          case 'mergeCell': {
            const range = parseRange(attribute('ref') ?? '');
            if (range !== undefined && range.bottom > range.top) merges.push(range);
            break;
          }
          default:
        }
      },
      close(element) {
        if (element === 'v' || element === 't') taking = false;
        else if (element === 'rPh') inPhonetic = false;
        else if (element === 'c') {
          const text = shownCell(type, raw, style, context, broken);
          if (text === '') return;
          kept += Math.max(1, column + 1 - cells.length);
          if (kept > maxCells) throw new WorkbookError('trop-volumineux', { detail: `${part}, > ${maxCells}` });
          while (cells.length < column) cells.push('');
          cells[column] = text;
        } else if (element === 'row' && cells.length > 0) rows.set(rowNumber, cells);
      },
      text(text) {
        if (taking) raw += text;
      },
    },
    token,
  );
  spreadMerges(rows, merges);
  return [...rows]
    .filter(([, texts]) => texts.some((text) => text.trim() !== ''))
    .sort(([one], [other]) => one - other)
    .map(([number, texts]) => ({ number, cells: texts }));
}

function shownCell(
  type: string,
  raw: string,
  style: number,
  context: SheetContext,
  broken: (detail: string) => WorkbookError,
): string {
  switch (type) {
    case 's': {
      if (raw === '') return '';
      const text = context.sharedStrings[Number(raw)];
      if (text === undefined) throw broken(`shared string ${raw}`);
      return text;
    }
    case 'b':
      return raw === '' ? '' : raw === '1' || raw === 'true' ? 'VRAI' : 'FAUX';
    case 'n':
      return raw === '' ? '' : showNumber(raw, context.formats[style] ?? { kind: 'general' }, context.epoch1904);
    default:
      // `str` and `inlineStr` are text, `d` an ISO date, `e` an error such as `#REF!`: all shown as written.
      return shownText(raw);
  }
}

/** Only rows that exist get the text: a merge down to the last row of the sheet must not create a million of them. */
function spreadMerges(rows: Map<number, string[]>, merges: readonly Range[]): void {
  if (merges.length === 0) return;
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  for (const { top, bottom, column } of merges) {
    const text = rows.get(top)?.[column] ?? '';
    if (text === '') continue;
    for (let i = firstAfter(numbers, top); i < numbers.length && (numbers[i] ?? Infinity) <= bottom; i++) {
      const cells = rows.get(numbers[i] ?? 0);
      if (cells === undefined) continue;
      while (cells.length < column) cells.push('');
      cells[column] ||= text;
    }
  }
}

/** Index of the first of the sorted `numbers` greater than `value`. */
function firstAfter(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Zero-based column of a reference such as `AE12`, or -1. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d*$/.exec(reference)?.[1];
  if (letters === undefined) return -1;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function parseRange(reference: string): Range | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i.exec(reference);
  if (match === null) return undefined;
  return { column: columnOf(match[1] ?? ''), top: Number(match[2]), bottom: Number(match[3]) };
}
