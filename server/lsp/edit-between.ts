import type { AttachEdit } from '../../protocol/requests/attach';
import { changeBetween } from '../core/manifest/text-span-change';
import { ChunkedText } from '../core/text/chunked-text';

/** The one edit that makes a text from another. */
export function editBetween(before: string, after: string): AttachEdit {
  const change = changeBetween(before, after);
  // Half a character, or half a line end, is no place in an editor.
  const back = /[\ud800-\udbff\r]/.test(before.charAt(change.start - 1)) ? 1 : 0;
  const [start, removed, inserted] = [change.start - back, change.removed + back, change.inserted + back];
  const text = ChunkedText.of(before);
  return {
    range: { start: text.position(start), end: text.position(start + removed) },
    newText: after.slice(start, start + inserted),
  };
}
