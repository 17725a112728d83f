import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { OffsetRange } from '../core/text/offset-range';

export function rangeIn(document: TextDocument, range: OffsetRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

/** The same, for ranges that are relative to an entry which starts at `base`. */
export function placedRange(document: TextDocument, base: number, range: OffsetRange): Range {
  return { start: document.positionAt(base + range.start), end: document.positionAt(base + range.end) };
}

export function samePosition(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** Whether two ranges touch. */
export function touches(a: Range, b: Range): boolean {
  return !(isBefore(a.end, b.start) || isBefore(b.end, a.start));
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
