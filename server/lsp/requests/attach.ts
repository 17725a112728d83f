import { pathToFileURL } from 'node:url';
import type { AttachResult, attachRequest } from '../../../protocol/requests/attach';
import type { AttachPlanResult } from '../../../protocol/requests/attach-plan';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { placeCopies, type PreparedAttach } from '../../host/operations/attach';
import { editOf } from '../edit-of';
import type { Answer } from '../request-context';
import { attachIn } from './attach-plan';

/** Copies the files; the client writes the manifests, as one edit that can be undone. */
export const answer: Answer<typeof attachRequest> = (params, context, cancellation) =>
  attachIn(params, context, cancellation, (prepared, planned) => placed(prepared, planned, cancellation));

/** Puts the files in place, and says what the manifests become. */
export async function placed(
  prepared: PreparedAttach,
  planned: Extract<AttachPlanResult, { readonly kind: 'planned' }>,
  cancellation: Cancellation,
): Promise<Extract<AttachResult, { readonly kind: 'planned' }>> {
  const copies = await placeCopies(prepared, cancellation);
  try {
    throwIfCancelled(cancellation);
  } catch (error) {
    await copies.undo();
    throw error;
  }
  return { ...planned, ...editOf(prepared.plan.files), copies: copies.paths.map((path) => pathToFileURL(path).href) };
}
