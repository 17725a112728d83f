import type { OffsetRange } from '../../core/text/offset-range';
import type { Subject } from './subject';

/** A place of the text of a catalogue that names one of its entries. */
export interface CataloguePlace {
  /** Of the id, without quotes. */
  readonly range: OffsetRange;
  readonly subject: Subject;
  readonly role: 'entry' | 'use';
}

interface Level {
  /** Column of the key. */
  readonly column: number;
  readonly key: string;
  /** Id of the item of this list that is being read. */
  id?: string;
}

const keyLine = /^( *)((?:- +)*)(["']?)([\p{L}_][\p{L}\p{N}_]*)\3:(?: +([^ ].*))?$/u;

/**
 * Where a catalogue (`*.rem.yaml`) says what it has and what its core-business scenarios cover, told from keys and margins:
 * such a text has tens of thousands of lines, and one that is half edited still has them.
 */
export function cataloguePlaces(text: string): readonly CataloguePlace[] {
  const places: CataloguePlace[] = [];
  const levels: Level[] = [];
  let lineStart = 0;
  for (const whole of text.split('\n')) {
    const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    const match = keyLine.exec(line.trimEnd());
    const [, margin = '', dashes = '', quote = '', key = '', value = ''] = match ?? [];
    if (match) {
      const column = margin.length + dashes.length;
      while ((levels.at(-1)?.column ?? -1) >= (dashes === '' ? column : margin.length + 1)) levels.pop();
      const valueAt = lineStart + column + 2 * quote.length + key.length + 1 + leading(line, column, quote, key);
      if (key === 'id') takeId(value, valueAt, levels, places);
      else if (key === 'couvre' && value !== '') takeCovered(value, valueAt, places);
      else if (key === 'chapitre') takeChapter(value, valueAt, places);
      else if (value === '') levels.push({ column, key });
      else if (key === 'nom' && levels.at(-1)?.key === 'chapitres') takeChapter(value, valueAt, places, 'entry');
    } else if (levels.at(-1)?.key === 'couvre') {
      const item = /^( *- +)(\S.*)$/.exec(line.trimEnd());
      if (item) takeCovered(item[2] ?? '', lineStart + (item[1] ?? '').length, places);
    }
    lineStart += whole.length + 1;
  }
  return places;
}

/** Blanks between the colon and the value. */
function leading(line: string, column: number, quote: string, key: string): number {
  const rest = line.slice(column + 2 * quote.length + key.length + 1);
  return rest.length - rest.trimStart().length;
}

function takeId(value: string, at: number, levels: Level[], places: CataloguePlace[]): void {
  const scalar = scalarIn(value, at);
  const list = levels.at(-1);
  if (!scalar || !list) return;
  list.id = scalar.id;
  const idOf = (key: string) => levels.slice(0, -1).find((level) => level.key === key)?.id;
  const requirement = idOf('exigences');
  const within = requirement === undefined ? {} : { within: requirement };
  const base = { id: scalar.id, known: true };
  const { range } = scalar;
  if (list.key === 'exigences') places.push({ range, role: 'entry', subject: { kind: 'requirement', ...base } });
  if (list.key === 'scenarios')
    places.push({ range, role: 'entry', subject: { kind: 'scenario', ...base, ...within } });
  const scenario = idOf('scenarios');
  if (list.key === 'preuves' && scenario !== undefined)
    places.push({ range, role: 'entry', subject: { kind: 'proof', ...base, scenario, ...within } });
}

function takeCovered(value: string, at: number, places: CataloguePlace[]): void {
  const open = value.startsWith('[') ? 1 : 0;
  const inner = open === 1 ? (value.slice(1).split(']', 1)[0] ?? '') : value;
  let from = at + open;
  for (const part of open === 1 ? inner.split(',') : [inner]) {
    const scalar = scalarIn(part.trimStart(), from + part.length - part.trimStart().length);
    if (scalar) {
      const subject: Subject = { kind: 'requirement', id: scalar.id, known: false };
      places.push({ range: scalar.range, role: 'use', subject });
    }
    from += part.length + 1;
  }
}

function takeChapter(value: string, at: number, places: CataloguePlace[], role: CataloguePlace['role'] = 'use'): void {
  const scalar = scalarIn(value, at);
  if (scalar) places.push({ range: scalar.range, role, subject: { kind: 'chapter', id: scalar.id, known: true } });
}

/** A scalar on one line, without quotes and comment. */
function scalarIn(value: string, at: number): { readonly id: string; readonly range: OffsetRange } | undefined {
  const match = /^(?:"([^"\\]*)"|'([^']*)'|([^"'[{|>&*!#](?:[^#]*[^\s#])?))\s*(?:(?<=\s)#.*)?$/.exec(value);
  const quoted = match?.[1] ?? match?.[2];
  const id = quoted ?? match?.[3];
  if (id === undefined || id === '') return undefined;
  const start = at + (quoted === undefined ? 0 : 1);
  return { id, range: { start, end: start + id.length } };
}
