import { diffArrays } from 'diff';
import type { AttachEdit } from '../../protocol/requests/attach';
import { ChunkedText } from '../core/text/chunked-text';
import { linesOf } from '../core/text/lines-of';
import { editBetween } from './edit-between';

/** More lines than this come or go at once only where a text is another: one edit says it. */
const mostLines = 5000;

/** The edits that make a text from another: of its lines only those that change are in them. */
export function editsBetween(before: string, after: string): AttachEdit[] {
  if (before === after) return [];
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const parts = diffArrays(old, fresh, { maxEditLength: mostLines });
  if (!parts) return [editBetween(before, after)];
  const text = ChunkedText.of(before);
  const edits: AttachEdit[] = [];
  let at = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (!part) continue;
    const source = part.value.join('');
    if (!part.added && !part.removed) {
      at += source.length;
      continue;
    }
    // What takes the place of lines comes behind them, or before.
    const next = parts[index + 1];
    const isPair = next !== undefined && (part.removed ? next.added : next.removed);
    const other = isPair ? next.value.join('') : '';
    if (isPair) index++;
    const [removed, inserted] = part.removed ? [source, other] : [other, source];
    edits.push(within(text, at, removed, inserted));
    at += removed.length;
  }
  return edits;
}

/** The edit of some lines, without what their ends share. */
function within(text: ChunkedText, at: number, removed: string, inserted: string): AttachEdit {
  let start = 0;
  while (start < Math.min(removed.length, inserted.length) && removed[start] === inserted[start]) start++;
  let end = 0;
  const rest = Math.min(removed.length, inserted.length) - start;
  while (end < rest && removed.at(-1 - end) === inserted.at(-1 - end)) end++;
  // Half a character, or half a line end, is no place in an editor.
  if (/[\ud800-\udbff\r]/.test(removed.charAt(start - 1))) start--;
  if (/[\udc00-\udfff\n]/.test(removed.charAt(removed.length - end))) end = Math.max(0, end - 1);
  return {
    range: { start: text.position(at + start), end: text.position(at + removed.length - end) },
    newText: inserted.slice(start, inserted.length - end),
  };
}
