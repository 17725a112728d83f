import type { ManifestFile } from '../dossier/dossier';
import type { TextChange } from './fix';
import type { OffsetRange } from '../text/offset-range';
import { columnOf, endOfEntry, endOfLastLine, lineEnding } from './manifest-text';

/** An entry of `exigences` or `scenarios` that is already written. */
export interface WrittenEntry {
  readonly start: number;
  readonly end: number;
  /** Place in the catalogue; undefined when it is not in it. */
  readonly rank: number | undefined;
}

/** Where lines for a new entry go. */
export interface Spot {
  /** The end of a line. */
  readonly offset: number;
  readonly indent: number;
  /** Lines needed before them. */
  readonly head: readonly string[];
  /** A value that says that there are none (`{}`), with the space before it: it goes away. */
  readonly empty?: OffsetRange;
}

/**
 * Where a new entry of a section goes: after the one that comes last before it in the catalogue, else first.
 * @returns undefined where the section is not written in block style
 */
export function spotFor(
  section: 'exigences' | 'scenarios',
  rank: number,
  { parsed }: ManifestFile,
  written: readonly WrittenEntry[],
): Spot | undefined {
  const { text } = parsed;
  const key = parsed.keys.find(({ value }) => value === section);
  if (!key) return { offset: endOfLastLine(text, text.length), indent: 2, head: [`${section}:`] };
  const [first] = written;
  const afterKey = endOfLastLine(text, key.range.end);
  if (!first) {
    const [, colon, value] = openValue.exec(text.slice(key.range.end, afterKey)) ?? [];
    if (colon === undefined) return undefined;
    const start = key.range.end + colon.length;
    const empty = value ? { empty: { start, end: start + value.length } } : {};
    return { offset: afterKey, indent: 2, head: [], ...empty };
  }
  const indent = columnOf(text, first.start);
  if (indent === 0 || text.slice(first.start - indent, first.start).trim() !== '') return undefined;
  let before: WrittenEntry | undefined;
  for (const one of written) {
    if (one.rank !== undefined && one.rank < rank && one.rank >= (before?.rank ?? 0)) before = one;
  }
  return { offset: before ? endOfEntry(text, before.end, indent) : afterKey, indent, head: [] };
}

/** A key with no value, or an empty one, and a comment at most: entries may be written under it. */
const openValue = /^(\s*:)([ \t]+(?:\{\s*\}|\[\s*\]|~|null)(?=\s|$))?[ \t]*(?:#.*)?$/;

/** Lines written after the line that ends at `offset`. @param empty value of that line that goes away */
export function insertLines(
  { uri, parsed: { text } }: ManifestFile,
  offset: number,
  lines: readonly string[],
  empty?: OffsetRange,
): TextChange {
  const eol = lineEnding(text);
  if (empty) {
    const kept = text.slice(empty.end, offset);
    const end = offset === text.length ? eol : '';
    return {
      uri,
      range: { start: empty.start, end: offset },
      text: kept + lines.map((line) => eol + line).join('') + end,
    };
  }
  const range = { start: offset, end: offset };
  if (offset === 0) return { uri, range, text: lines.join(eol) + eol };
  // A text that does not end with a line end gets one.
  return { uri, range, text: lines.map((line) => eol + line).join('') + (offset === text.length ? eol : '') };
}
