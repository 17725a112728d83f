import { columnOf, endOfLastLine } from '../../fixes/manifest-text';
import type { OffsetRange } from '../../text/offset-range';
import type { WrittenPair } from './manifest-pairs';

/** How an entry is taken out of a manifest. */
export interface Cut {
  /** What is removed, in text order, not overlapping. */
  readonly removed: readonly OffsetRange[];
  /** What is removed and worth keeping, as whole lines where it stands in whole lines. */
  readonly kept: OffsetRange;
}

/**
 * The whole of an entry: its lines, the comment lines right above it and those under it that are indented deeper. In
 * braces, the entry alone and its comma.
 * @returns undefined when it does not stand in lines of its own and in no braces either
 */
export function cutEntry(text: string, pair: WrittenPair): Cut | undefined {
  return pair.flow ? cutFlow(text, pair) : cutLines(text, pair);
}

function cutLines(text: string, { range }: WrittenPair): Cut | undefined {
  const column = columnOf(text, range.start);
  const first = range.start - column;
  if (
    text
      .slice(first, range.start)
      .replace(/^\ufeff/, '')
      .trim() !== ''
  )
    return undefined;
  const start = startOfComments(text, first, column);
  const end = endOfComments(text, nextLine(text, endOfLastLine(text, range.end)), column);
  const whole = { start, end };
  return { removed: [whole], kept: whole };
}

function cutFlow(text: string, { range }: WrittenPair): Cut {
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(range.end, range.end + 2000));
  if (!comma) return { removed: [range], kept: range };
  const end = range.end + comma[0].length;
  const separate = comma[0].length > 1 ? [range, { start: end - 1, end }] : [{ start: range.start, end }];
  return { removed: separate, kept: range };
}

/** Comment lines directly above, indented like the key, speak of it. */
function startOfComments(text: string, first: number, column: number): number {
  let start = first;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (commentColumn(text.slice(above, start)) !== column) break;
    start = above;
  }
  return start;
}

/** Comment lines under the value that are indented deeper than the key, with the blank lines among them. */
function endOfComments(text: string, after: number, column: number): number {
  let end = after;
  for (let at = after; at < text.length;) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    const comment = commentColumn(line);
    if (comment === undefined ? line.trim() !== '' : comment <= column) break;
    if (comment !== undefined) end = next;
    at = next;
  }
  return end;
}

function commentColumn(line: string): number | undefined {
  const match = /^ *(?=#)/.exec(line);
  return match?.[0].length;
}

/** Offset of the line after the one in which an offset stands. */
function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}
