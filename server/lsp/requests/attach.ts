import { pathToFileURL } from 'node:url';
import type { attachRequest } from '../../../protocol/requests/attach';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { placeCopies } from '../../host/operations/attach';
import { editBetween } from '../edit-between';
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
    const changes = Object.fromEntries(
      prepared.plan.files.map((file) => [file.uri, [editBetween(file.before, file.after)]]),
    );
    return { ...planned, edit: { changes }, copies: placed.paths.map((path) => pathToFileURL(path).href) };
  });
