import { pathToFileURL } from 'node:url';
import type { AttachEdit, attachRequest } from '../../../protocol/requests/attach';
import type { EditedFile } from '../../core/attach/draft';
import { changeBetween } from '../../core/manifest/text-span-change';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { ChunkedText } from '../../core/text/chunked-text';
import { placeCopies } from '../../host/operations/attach';
import type { Answer } from '../request-context';
import { attachIn } from './attach-plan';

/** Copies the files; the client writes the manifests, as one edit that can be undone. */
export const answer: Answer<typeof attachRequest> = (params, context, cancellation) =>
  attachIn(params, context, cancellation, async (prepared, planned) => {
    const placed = await placeCopies(prepared, cancellation);
    try {
      throwIfCancelled(cancellation);
    } catch (error) {
      await placed.undo();
      throw error;
    }
    const changes = Object.fromEntries(prepared.plan.files.map((file) => [file.uri, [editOf(file)]]));
    const before = Object.fromEntries(prepared.plan.files.map((file) => [file.uri, file.before]));
    return { ...planned, edit: { changes }, before, copies: placed.paths.map((path) => pathToFileURL(path).href) };
  });

function editOf({ before, after }: EditedFile): AttachEdit {
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
