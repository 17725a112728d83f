import { cellAt } from '../workbook/cell-at';
import { closestIds } from '../catalogue/closest-ids';
import { plainWords } from '../workbook/cell-text';
import type { Row, Sheet, Workbook } from '../workbook/workbook';
import { fileNameOf } from '../text/file-name';
import { linkedText } from './cell-links';
import { trackingColumn, type TrackingColumn, type TrackingRole } from './tracking-columns';

/** The columns that name what a row is about. */
export const idRoles = ['preuve', 'scenario', 'exigence'] as const;
export type IdRole = (typeof idRoles)[number];

/** The ids of a dossier, of each kind. */
export interface KnownIds {
  /** The id that a word is, however its separators and letters are typed; undefined when it is none, or may be two. */
  find(role: IdRole, word: string): string | undefined;
  /** Ids that a slip may have missed, nearest first. */
  near(role: IdRole, word: string): readonly string[];
}

/** What the user says of the columns instead of their names: the header of each role; several for numbered ones. */
export type ColumnChoice = ReadonlyMap<TrackingRole, readonly string[]>;

export interface ReadColumn {
  /** Zero-based. */
  readonly column: number;
  readonly header: string;
  /** What it holds; undefined for a column that is left alone. */
  readonly said?: TrackingColumn;
}

export interface TrackingSheet {
  readonly name: string;
  /** Row of the headers, as the spreadsheet program numbers it; absent where the first row is one of data. */
  readonly headerRow?: number;
  readonly columns: readonly ReadColumn[];
  /** Rows below the header. */
  readonly rows: readonly Row[];
  /** Rows at and above the header: where a legend may stand. */
  readonly above: readonly Row[];
}

export interface TrackingBook {
  readonly sheets: readonly TrackingSheet[];
  /** Names of sheets that have ids of the dossier and were not read: hidden ones. */
  readonly hidden: readonly string[];
  /** Headers that were chosen and that no sheet has, with those that are nearest. */
  readonly notFound: readonly { readonly header: string; readonly near: readonly string[] }[];
}

/** Rows among which headers are sought: titles and legends come before. */
const mostAbove = 30;

/**
 * Finds the sheets that track proofs, and what their columns hold: by their names, then by what their cells are.
 * @param only name of the one sheet to read
 */
export function readTracking(
  { sheets }: Workbook,
  known: KnownIds,
  chosen: ColumnChoice = new Map(),
  only?: string,
): TrackingBook {
  const read: TrackingSheet[] = [];
  const hidden: string[] = [];
  const headers = new Set<string>();
  for (const sheet of sheets) {
    if (only !== undefined && plainWords(sheet.name) !== plainWords(only)) continue;
    for (const row of sheet.rows.slice(0, mostAbove)) for (const cell of row.cells) headers.add(cell.trim());
    const found = readSheet(sheet, known, chosen);
    if (!found) continue;
    if (sheet.hidden === true && only === undefined) hidden.push(sheet.name);
    else read.push(found);
  }
  const missing = [...chosen.values()].flat().filter((header) => !has(headers, header));
  const notFound = missing.map((header) => ({ header, near: closestIds(header, headers) }));
  return { sheets: read, hidden, notFound };
}

function has(headers: ReadonlySet<string>, wanted: string): boolean {
  return [...headers].some((header) => plainWords(header) === plainWords(wanted));
}

function readSheet(sheet: Sheet, known: KnownIds, chosen: ColumnChoice): TrackingSheet | undefined {
  const top = sheet.rows.slice(0, mostAbove);
  const scores = top.map(({ cells }) => rolesOf(cells, chosen).filter((said) => said !== undefined).length);
  const best = scores.indexOf(Math.max(0, ...scores));
  // One word is a title as often as a header.
  const isHeader = (scores[best] ?? 0) >= 2;
  const header = isHeader ? sheet.rows[best] : undefined;
  const rows = sheet.rows.slice(isHeader ? best + 1 : 0).filter((row) => !isRepeated(row, header));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header?.cells.length ?? 0);
  const said = rolesOf(header?.cells ?? [], chosen);
  const columns = Array.from({ length: width }, (_, column): ReadColumn => {
    const own = said[column];
    return { column, header: cellAt(header, column).trim(), ...(own ? { said: own } : {}) };
  });
  const settled = settleIds(columns, rows, known, chosen);
  if (!settled.some(({ said: one }) => one && isIdRole(one.role))) return undefined;
  const withFiles = settled.some(({ said: one }) => one?.role === 'fichier') ? settled : withFileColumn(settled, rows);
  const above = sheet.rows.slice(0, isHeader ? best + 1 : 0);
  return { name: sheet.name, ...(header ? { headerRow: header.number } : {}), columns: withFiles, rows, above };
}

function rolesOf(cells: readonly string[], chosen: ColumnChoice): (TrackingColumn | undefined)[] {
  return cells.map((cell) => {
    for (const [role, headers] of chosen) {
      const index = headers.findIndex((header) => plainWords(header) === plainWords(cell));
      if (index >= 0) return headers.length > 1 ? { role, index: index + 1 } : { role };
    }
    const named = trackingColumn(cell);
    // A role for which the user chose a column has no other.
    return named && !chosen.has(named.role) ? named : undefined;
  });
}

/** Headers repeated on each printed page. */
function isRepeated(row: Row, header: Row | undefined): boolean {
  return header !== undefined && row.cells.every((cell, index) => cell.trim() === cellAt(header, index).trim());
}

/**
 * A column of ids is one in which ids stand: of two called « Preuve » one holds words, and ids may stand in a column that no
 * name tells.
 */
function settleIds(
  columns: readonly ReadColumn[],
  rows: readonly Row[],
  known: KnownIds,
  chosen: ColumnChoice,
): readonly ReadColumn[] {
  const byColumn = cellsByColumn(rows, columns.length);
  // The same words come again and again down a column.
  const seen = new Map<string, boolean>();
  const hasIds = (cell: string, role: IdRole): boolean => {
    const key = `${role} ${cell}`;
    let has = seen.get(key);
    if (has === undefined) seen.set(key, (has = idsIn(cell, role, known).length > 0));
    return has;
  };
  const counted = columns.map((one) => {
    const cells = (byColumn[one.column] ?? []).flatMap(({ text }) => (text === '' ? [] : [text]));
    const count = (role: IdRole): number => cells.filter((cell) => hasIds(cell, role)).length;
    const counts = { preuve: count('preuve'), scenario: count('scenario'), exigence: count('exigence') };
    return { ...one, filled: cells.length, counts };
  });
  const taken = new Set<IdRole>();
  const settle = ({ column, header, said, filled, counts }: (typeof counted)[number]): ReadColumn => {
    const free = { column, header };
    if (said && !isIdRole(said.role)) return { ...free, said };
    if (said && isIdRole(said.role)) {
      if (counts[said.role] > 0 || chosen.has(said.role)) {
        taken.add(said.role);
        return { ...free, said };
      }
      // « Id » in a sheet of proofs; « Preuve » over ids of scenarios.
      const other = idRoles.find((role) => isMost(counts[role], filled));
      if (other !== undefined) taken.add(other);
      return other === undefined ? free : { ...free, said: { ...said, role: other } };
    }
    return free;
  };
  const settled = counted.map((count) => ({ count, one: settle(count) }));
  return settled.map(({ count, one }): ReadColumn => {
    if (one.said) return one;
    const role = idRoles.find((each) => !taken.has(each) && isMost(count.counts[each], count.filled));
    if (role === undefined) return one;
    taken.add(role);
    return { ...one, said: { role } };
  });
}

interface FilledCell {
  /** Trimmed. */
  readonly text: string;
  /** Where a link in it leads. */
  readonly target: string | undefined;
}

/** What stands in each column: a look at every cell that is there, not at every row for each column. */
function cellsByColumn(rows: readonly Row[], width: number): readonly (readonly FilledCell[])[] {
  const columns = Array.from({ length: width }, (): FilledCell[] => []);
  for (const { cells, links = [] } of rows) {
    const targets = new Map<number, string>();
    for (const { column, target } of links) if (!targets.has(column)) targets.set(column, target);
    for (const [column, cell] of cells.entries()) {
      const [text, target] = [cell.trim(), targets.get(column)];
      targets.delete(column);
      if (text !== '' || target !== undefined) columns[column]?.push({ text, target });
    }
    // A link may stand behind the last cell with a text.
    for (const [column, target] of targets) columns[column]?.push({ text: '', target });
  }
  return columns;
}

function isMost(count: number, of: number): boolean {
  return count > 0 && count * 2 >= of;
}

/** A column of file names that no header tells, where it is the only one. */
function withFileColumn(columns: readonly ReadColumn[], rows: readonly Row[]): readonly ReadColumn[] {
  const byColumn = cellsByColumn(rows, columns.length);
  const files = columns.filter(({ column, said }) => {
    if (said) return false;
    const cells = byColumn[column] ?? [];
    const named = cells.filter(({ text, target }) => {
      // Only files: an address is behind a requirement as often as behind its proof.
      const linked = target === undefined ? undefined : linkedText(target);
      const leads =
        linked !== undefined && !/^https?:/i.test(linked) && fileName.test(fileNameOf(linked.replaceAll('\\', '/')));
      return leads || text.split('\n').every((line) => fileName.test(line.trim()));
    });
    return isMost(named.length, cells.length);
  });
  const [only, ...others] = files;
  if (!only || others.length > 0) return columns;
  return columns.map((one) => (one.column === only.column ? { ...one, said: { role: 'fichier' } } : one));
}

const fileName = /^[^<>|"*?]{1,200}\.(?:[a-z][a-z0-9]{1,4}|7z|p7m)$/i;

export function isIdRole(role: TrackingRole): role is IdRole {
  return (idRoles as readonly TrackingRole[]).includes(role);
}

/** The ids of a kind in a cell. */
export function idsIn(cell: string, role: IdRole, known: KnownIds): string[] {
  return idWords(cell).flatMap((word) => idIn(word, role, known) ?? []);
}

/** The id of a kind that a part of a cell holds. */
export function idIn(word: string, role: IdRole, known: KnownIds): string | undefined {
  const whole = known.find(role, word);
  if (whole !== undefined) return whole;
  // « INS/va1.56.02.01 - Consommation » begins with its id, « Preuve INS/va1.56.02.01 » ends with it.
  const found = new Set(word.split(/\s+(?:[-–—:]\s*)?|:\s/).flatMap((part) => known.find(role, part) ?? []));
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/** Characters of a cell in which ids are looked for: what a cell of Excel may hold. */
const mostInCell = 32_767;

/** The parts of a cell that should each be an id. */
export function idWords(cell: string): string[] {
  if (cell.length > mostInCell) return [];
  return cell
    .split(/[\n;,|]+|\s(?:et|and|&|\+)(?=\s)/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^[-–—]+$/.test(part));
}
