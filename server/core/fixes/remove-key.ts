import type { OffsetRange } from '../text/offset-range';
import type { TextChange } from './fix';
import { columnOf, endOfEntry } from './manifest-text';

/**
 * Takes a key and its value out of a mapping, in the style (block or flow) that stands there; the comments under it go along.
 * @param entry from the key to the end of the value
 * @returns undefined where it is reached through an alias, or is all that its mapping has on that line
 */
export function removeKey(uri: string, text: string, entry: OffsetRange): TextChange | undefined {
  if (text.startsWith('*', entry.start)) return undefined;
  const column = columnOf(text, entry.start);
  const before = text.slice(entry.start - column, entry.start);
  if (/^ *$/.test(before)) {
    // Whole lines, with the line end before them: what follows stays where it is.
    const start = entry.start - column;
    const eol = start === 0 ? 0 : text.charCodeAt(start - 2) === 13 ? 2 : 1;
    return isBlockEnd(text, entry.end)
      ? { uri, range: { start: start - eol, end: endOfEntry(text, entry.end, column) }, text: '' }
      : inFlow(uri, text, entry);
  }
  if (/^ *(?:- +)+$/.test(before)) {
    // The first key of an item: the next one takes its place after the dash.
    const end = endOfEntry(text, entry.end, column);
    const next = new RegExp(`\\r?\\n {${column}}(?=[^ #\\r\\n])`, 'y');
    next.lastIndex = end;
    const found = isBlockEnd(text, entry.end) ? next.exec(text) : null;
    return found ? { uri, range: { start: entry.start, end: end + found[0].length }, text: '' } : undefined;
  }
  return inFlow(uri, text, entry);
}

/** Whether nothing of the same mapping follows on the line. */
function isBlockEnd(text: string, end: number): boolean {
  const rest = /[^\S\r\n]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;
  rest.lastIndex = end;
  return text[end - 1] === '\n' || rest.test(text);
}

/** Between braces: with the comma before it, or for the first key the one after it. */
function inFlow(uri: string, text: string, { start, end }: OffsetRange): TextChange | undefined {
  const before = /,\s*$/.exec(text.slice(0, start));
  if (before) return { uri, range: { start: before.index, end }, text: '' };
  const after = /\s*,\s*/y;
  after.lastIndex = end;
  const found = after.exec(text);
  return found && /\{\s*$/.test(text.slice(0, start))
    ? { uri, range: { start, end: end + found[0].length }, text: '' }
    : undefined;
}
