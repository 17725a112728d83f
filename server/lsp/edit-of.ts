import type { AttachEdit } from '../../protocol/requests/attach';
import type { EditedFile } from '../core/attach/draft';
import { changeBetween } from '../core/manifest/text-span-change';
import { ChunkedText } from '../core/text/chunked-text';

/** What manifests become, as one edit of each, and the texts that it is for. */
export function editOf(files: readonly EditedFile[]): {
  readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
  readonly before: Readonly<Record<string, string>>;
} {
  return {
    edit: { changes: Object.fromEntries(files.map((file) => [file.uri, [changeOf(file)]])) },
    before: Object.fromEntries(files.map(({ uri, before }) => [uri, before])),
  };
}

function changeOf({ before, after }: EditedFile): AttachEdit {
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
