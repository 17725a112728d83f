import type { ReadableText } from '../../core/text/chunked-text';
import { isSilent, skipSpaces } from './line-tokens';

/** How deep a line is: an item of a list is under the key above it even where it is not indented further. */
export function levelOf(line: string): number {
  const column = skipSpaces(line, 0);
  const next = line[column + 1];
  const isItem = line[column] === '-' && (next === undefined || next === ' ' || next === '\r');
  return 2 * column + (isItem ? 1 : 0);
}

/** Start of the last line before `end` that says something or is a comment further in, at or after `from`. */
export function lastLineSaying(text: ReadableText, end: number, from: number): number {
  let stop = end;
  while (stop > from) {
    const start = lineStart(text, stop - 1, from);
    const line = text.slice(start, stop).replace(/\r?\n$/, '');
    if (start <= from || !isSilent(line) || /^ +#/.test(line)) return start;
    stop = start;
  }
  return from;
}

function lineStart(text: ReadableText, at: number, from: number): number {
  let start = at;
  while (start > from && text.charAt(start - 1) !== '\n') start--;
  return start;
}
