import { cellAt } from '../workbook/cell-at';
import { plainWords } from '../workbook/cell-text';
import type { Row, Workbook } from '../workbook/workbook';
import { isIdRole, type TrackingSheet } from './tracking-sheet';
import { workSaid, type WorkState } from './work-words';

/** What the colours of a sheet mean, as its legend says. */
export interface StateLegend {
  readonly states: ReadonlyMap<string, WorkState>;
  /** Columns whose colours are read: those of the state, else those of the ids. */
  readonly columns: readonly number[];
  /** Rows are coloured, and nothing says what that means. */
  readonly untold: boolean;
}

/**
 * Reads the legend: cells that are coloured and say a state, or stand left of one that does. It stands above the headers, below
 * or beside the rows, or in a sheet of its own. A colour that means two things means nothing.
 */
export function legendOf(
  sheet: TrackingSheet,
  workbook: Workbook,
  own: ReadonlyMap<string, WorkState> = new Map(),
): StateLegend {
  const columns = colouredColumns(sheet);
  const coloured = sheet.rows.some((row) => columns.some((column) => colourAt(row, column) !== undefined));
  const hasWords = sheet.rows.some((row) => stateColumns(sheet).some((column) => cellAt(row, column).trim() !== ''));
  if (!coloured || hasWords) return { states: new Map(), columns, untold: false };
  const tracking = new Set(
    sheet.rows.filter((row) => idColumns(sheet).some((column) => cellAt(row, column).trim() !== '')),
  );
  const inTable = new Set(
    sheet.columns.filter(({ said, header }) => said !== undefined || header !== '').map(({ column }) => column),
  );
  const found = new Map<string, WorkState | 'several'>();
  const others = workbook.sheets.filter(
    ({ name }) => name !== sheet.name && /legende|legend|key|couleur|color/.test(plainWords(name)),
  );
  for (const row of [...sheet.above, ...sheet.rows, ...others.flatMap(({ rows }) => rows)]) {
    for (const { column, colour } of row.fills ?? []) {
      if (tracking.has(row) && inTable.has(column)) continue;
      const said = [column, column + 1].map((one) => workSaid(firstWords(cellAt(row, one)), own));
      const state = said.find((one) => one.kind === 'state')?.state;
      if (state === undefined) continue;
      const before = found.get(colour);
      found.set(colour, before === undefined || before === state ? state : 'several');
    }
  }
  const states = new Map(
    [...found].flatMap(([colour, state]) => (state === 'several' ? [] : [[colour, state] as const])),
  );
  return { states, columns, untold: states.size === 0 };
}

/** The state that the colour of a row says. */
export function stateOfRow(row: Row, { states, columns }: StateLegend): WorkState | undefined {
  for (const column of columns) {
    const state = states.get(colourAt(row, column) ?? '');
    if (state !== undefined) return state;
  }
  return undefined;
}

/** « Vert : fait » and « fait = vert » say « fait ». */
function firstWords(cell: string): string {
  const parts = cell.split(/[:=]/).map((part) => part.trim());
  return parts.find((part) => workSaid(part).kind === 'state') ?? cell;
}

function colouredColumns(sheet: TrackingSheet): readonly number[] {
  const states = stateColumns(sheet);
  return states.length > 0 ? states : idColumns(sheet);
}

function stateColumns(sheet: TrackingSheet): readonly number[] {
  return sheet.columns.flatMap(({ column, said }) => (said?.role === 'travail' ? [column] : []));
}

function idColumns(sheet: TrackingSheet): readonly number[] {
  return sheet.columns.flatMap(({ column, said }) => (said && isIdRole(said.role) ? [column] : []));
}

function colourAt(row: Row, column: number): string | undefined {
  return row.fills?.find((fill) => fill.column === column)?.colour;
}
