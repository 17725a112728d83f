import type { CellFill, CellLink, CellRemark, Row } from '../../core/workbook/workbook';
import type { Cancellation } from '../../core/ports/cancellation';
import { shownText } from './cell-escapes';
import { columnOf } from './cell-reference';
import { isOn, RunReader, shownRuns, type CellTextRuns } from './cell-text-runs';
import { hyperlinkTarget, type FormulaShift } from './hyperlink-formula';
import { showNumber } from './number-format';
import type { CellStyle } from './read-parts';
import { WorkbookError } from './workbook-error';
import { readXml } from './xml-events';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly CellTextRuns[];
  readonly styles: readonly CellStyle[];
  readonly epoch1904: boolean;
  /** The program that wrote the workbook left its formulas to be computed when it is opened. */
  readonly computedOnLoad: boolean;
  /** Colours of cells are kept, which of them are numbers, and where they lead. */
  readonly withFills?: boolean;
  /** Where links lead, by the id of their relation. */
  readonly links?: ReadonlyMap<string, string>;
}

/** Sheets have at most this many columns and rows (Excel's own limits). */
const maxColumns = 16_384;
const maxRows = 1_048_576;
/** Cells kept for one sheet, empty ones before a filled one included; the largest real REM has some 10,000. */
const maxCells = 5_000_000;
/** Links that lie behind several rows, and rows of a merged cell to which its link is given. */
const mostTallLinks = 500;
const mostMerged = 10_000;

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

/** One cell as its XML says it. */
interface WrittenCell {
  type: string;
  style: number;
  value: string;
  /** Of a formula; undefined in a cell without one. */
  formula: string | undefined;
  /** Number of the formula that several cells share. */
  shared: string | undefined;
}

/** A formula that other cells share, or that leads somewhere. */
interface WrittenFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

interface ReadCell {
  readonly text: string;
  readonly remark?: Omit<CellRemark, 'column'>;
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
  cancellation: Cancellation,
): Promise<Row[]> {
  const rows = new Map<number, string[]>();
  const remarks = new Map<number, CellRemark[]>();
  const fills = new Map<number, CellFill[]>();
  const numbers = new Map<number, number[]>();
  const links = new LinkReader(context.links);
  const hiddenRows = new Set<number>();
  const merges: Range[] = [];
  let rowNumber = 0;
  let column = -1;
  let cells: string[] = [];
  let cell: WrittenCell = { type: 'n', style: 0, value: '', formula: undefined, shared: undefined };
  let kept = 0;
  let taking: 'value' | 'formula' | undefined;
  const inline = new RunReader();
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
            const hidden = attribute('hidden');
            if (hidden !== undefined && isOn(hidden)) hiddenRows.add(rowNumber);
            cells = rows.get(rowNumber) ?? [];
            column = -1;
            break;
          }
          case 'c': {
            const written = attribute('r');
            column = written === undefined ? column + 1 : columnOf(written);
            if (column < 0 || column >= maxColumns) throw broken(`c r="${written ?? ''}"`);
            const style = Number(attribute('s') ?? '0');
            cell = { type: attribute('t') ?? 'n', style, value: '', formula: undefined, shared: undefined };
            inline.take();
            break;
          }
          case 'v':
            taking = 'value';
            break;
          case 'f':
            cell.formula = '';
            cell.shared = attribute('t') === 'shared' ? attribute('si') : undefined;
            taking = 'formula';
            break;
          case 'mergeCell': {
            const range = parseRange(attribute('ref') ?? '');
            if (range !== undefined && range.bottom > range.top) merges.push(range);
            break;
          }
          case 'hyperlink':
            links.add(attribute);
            break;
          default:
            inline.open(element, attribute);
        }
      },
      close(element) {
        if (element === 'v' || element === 'f') taking = undefined;
        else if (element === 'c') {
          if (context.withFills === true) links.addFormula(cell, rowNumber, column);
          const { text, remark } = readCell(cell, inline.take(), context, broken);
          if (remark !== undefined) addTo(remarks, rowNumber, { column, ...remark });
          const colour = context.withFills === true ? context.styles[cell.style]?.fill : undefined;
          if (colour !== undefined && kept + (fills.get(rowNumber)?.length ?? 0) < maxCells)
            addTo(fills, rowNumber, { column, colour });
          if (text === '') return;
          if (context.withFills === true && isNumber(cell, context)) addTo(numbers, rowNumber, column);
          kept += Math.max(1, column + 1 - cells.length);
          if (kept > maxCells) throw new WorkbookError('trop-volumineux', { detail: `${part}, > ${maxCells}` });
          while (cells.length < column) cells.push('');
          cells[column] = text;
        } else if (element === 'row' && (cells.length > 0 || remarks.has(rowNumber) || fills.has(rowNumber)))
          rows.set(rowNumber, cells);
        else inline.close(element);
      },
      text(text) {
        if (taking === 'value') cell.value += text;
        else if (taking === 'formula') cell.formula = (cell.formula ?? '') + text;
        else inline.text(text);
      },
    },
    cancellation,
  );
  spreadMerges(rows, merges);
  const leading = links.found(rows, merges);
  return [...rows]
    .filter(([number, texts]) => remarks.has(number) || fills.has(number) || texts.some((text) => text.trim() !== ''))
    .sort(([one], [other]) => one - other)
    .map(([number, texts]) => {
      const row = rowOf(number, texts, remarks.get(number), hiddenRows.has(number));
      const [own, figures, linked] = [fills.get(number), numbers.get(number), leading.get(number)];
      return {
        ...row,
        ...(own ? { fills: own } : {}),
        ...(figures ? { numbers: figures } : {}),
        ...(linked ? { links: linked } : {}),
      };
    });
}

function addTo<T>(map: Map<number, T[]>, row: number, value: T): void {
  const list = map.get(row);
  if (list === undefined) map.set(row, [value]);
  else list.push(value);
}

/** A row of struck cells only is struck as a whole: its texts are kept, so that the report can tell them. */
function rowOf(number: number, cells: string[], remarks: CellRemark[] | undefined, hidden: boolean): Row {
  const struck = remarks?.every(({ kind }) => kind === 'struck') === true && cells.every((text) => text.trim() === '');
  if (struck) {
    for (const { column, text } of remarks) {
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
  }
  return {
    number,
    cells,
    ...(hidden ? { hidden } : {}),
    ...(struck ? { struck } : remarks === undefined ? {} : { remarks }),
  };
}

function readCell(
  { type, style, value, formula }: WrittenCell,
  inline: CellTextRuns,
  { sharedStrings, styles, epoch1904, computedOnLoad }: SheetContext,
  broken: (detail: string) => WorkbookError,
): ReadCell {
  const look = styles[style];
  const shown = (runs: CellTextRuns): ReadCell => {
    const { text, struck } = shownRuns(runs, look?.struck === true);
    return struck === '' ? { text } : { text, remark: { kind: 'struck', text: struck } };
  };
  // A computed text may be empty; an empty value of any other type was never computed, whoever wrote the file.
  if (formula !== undefined && value === '' && inline.length === 0 && type !== 'str')
    return { text: '', remark: { kind: 'uncomputed', text: `=${formula}` } };
  // Writers that compute nothing put a 0 there; so does a link to an empty cell. No text of a REM is that number.
  if (formula !== undefined && type === 'n' && Number(value) === 0)
    return { text: '', remark: { kind: computedOnLoad ? 'uncomputed' : 'zero', text: `=${formula}` } };
  const plain = (text: string): ReadCell => (text === '' ? { text } : shown([{ text, struck: undefined }]));
  switch (type) {
    case 's': {
      if (value === '') return { text: '' };
      const runs = sharedStrings[Number(value)];
      if (runs === undefined) throw broken(`shared string ${value}`);
      return shown(runs);
    }
    case 'inlineStr':
      return shown(inline);
    case 'e':
      return { text: '', remark: { kind: 'error', text: shownText(value) } };
    case 'b':
      return plain(value === '' ? '' : value === '1' || value === 'true' ? 'VRAI' : 'FAUX');
    case 'n':
      return plain(value === '' ? '' : showNumber(value, look?.format ?? { kind: 'general' }, epoch1904));
    default:
      // `str` is text, `d` an ISO date: shown as written.
      return plain(value);
  }
}

/** Where the cells of a sheet lead. */
class LinkReader {
  readonly #targets: ReadonlyMap<string, string>;
  readonly #behind: { readonly range: Range & { readonly right: number }; readonly target: string }[] = [];
  readonly #formulas: (WrittenFormula & { readonly shift: FormulaShift })[] = [];
  readonly #shared = new Map<string, WrittenFormula>();

  constructor(targets: ReadonlyMap<string, string> = new Map()) {
    this.#targets = targets;
  }

  /** A link behind one or several cells. */
  add(attribute: (name: string) => string | undefined): void {
    const target = this.#targets.get(attribute(':id') ?? '');
    const reference = attribute('ref') ?? '';
    const range = parseRange(reference.includes(':') ? reference : `${reference}:${reference}`);
    // Without a relation it leads to a place of the workbook itself.
    if (target === undefined || range === undefined) return;
    const right = columnOf(reference.slice(reference.indexOf(':') + 1));
    const fragment = attribute('location');
    const isWeb = /^https?:/i.test(target);
    const whole = isWeb && fragment !== undefined && fragment !== '' ? `${target}#${fragment}` : target;
    this.#behind.push({ range: { ...range, right }, target: whole });
  }

  addFormula({ formula, shared }: WrittenCell, row: number, column: number): void {
    if (formula === undefined) return;
    const own = { text: formula, row, column };
    const first = shared === undefined ? undefined : this.#shared.get(shared);
    if (shared !== undefined && first === undefined) this.#shared.set(shared, own);
    const from = formula === '' && first ? first : own;
    if (!/HYPERLINK/i.test(from.text)) return;
    this.#formulas.push({ ...own, text: from.text, shift: { rows: row - from.row, columns: column - from.column } });
  }

  /** By row, in the order of the columns. */
  found(
    rows: ReadonlyMap<number, readonly string[]>,
    merges: readonly Range[],
  ): ReadonlyMap<number, readonly CellLink[]> {
    const links = new Map<number, CellLink[]>();
    for (const { text, row, column, shift } of this.#formulas) {
      const target = hyperlinkTarget(text, (place) => rows.get(place.row + 1)?.[place.column], shift);
      if (target !== undefined && target !== '' && !target.startsWith('#')) addTo(links, row, { column, target });
    }
    let tall = 0;
    for (const { range, target } of this.#behind) {
      const isTall = range.bottom > range.top;
      // A link behind many rows is a slip of the mouse; a file full of them would take hours.
      if (isTall && ++tall > mostTallLinks) continue;
      for (const row of isTall ? rows.keys() : [range.top]) {
        if (row < range.top || row > range.bottom) continue;
        const cells = rows.get(row) ?? [];
        // Only cells that show something: it may be behind a whole column.
        for (let column = range.column; column <= range.right && column < cells.length; column++)
          if ((cells[column] ?? '').trim() !== '') addTo(links, row, { column, target });
      }
    }
    // What a merged cell shows in each of its rows leads to the same place.
    for (const { top, bottom, column } of merges) {
      const own = links.get(top)?.find((link) => link.column === column);
      if (!own) continue;
      for (let row = top + 1; row <= bottom && row <= top + mostMerged; row++)
        if (rows.has(row) && !links.get(row)?.some((link) => link.column === column)) addTo(links, row, own);
    }
    for (const list of links.values()) list.sort((one, other) => one.column - other.column);
    return links;
  }
}

function isNumber({ type, style }: WrittenCell, { styles }: SheetContext): boolean {
  return type === 'n' && styles[style]?.format.kind !== 'date';
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

function parseRange(reference: string): Range | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i.exec(reference);
  if (match === null) return undefined;
  return { column: columnOf(match[1] ?? ''), top: Number(match[2]), bottom: Number(match[3]) };
}
