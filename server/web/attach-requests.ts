import { attachRequest, type AttachResult } from '../../protocol/requests/attach';
import { attachPlanRequest, type AttachParams } from '../../protocol/requests/attach-plan';
import type { AttachPlan } from '../core/attach/plan-attach';
import type { Cancellation } from '../core/ports/cancellation';
import { answerAttach, type PlannedAttach } from '../lsp/attach-answer';
import { editOf } from '../lsp/edit-of';
import { on, type ConnectRequest } from '../lsp/on-request';
import type { RequestContext } from '../lsp/request-context';
import { connectedDisk, type ClientDisk } from './client-disk';
import { inWords } from './in-words';
import { placeCopies } from './place-copies';
import { prepareAttach, type WebPlacing } from './prepare-attach';

/** Attaches pieces with the client's files. */
export const attachRequests: readonly ConnectRequest[] = [
  (connection, context) => {
    const disk = connectedDisk(connection);
    on(attachPlanRequest, () =>
      Promise.resolve({
        answer: (params, one, cancellation) =>
          attachIn(disk, params, one, cancellation, (_, planned) => Promise.resolve(planned)),
      }),
    )(connection, context);
    on(attachRequest, () =>
      Promise.resolve({
        answer: (params, one, cancellation): Promise<AttachResult> =>
          attachIn(disk, params, one, cancellation, async ({ plan, copies }, planned) => ({
            ...planned,
            ...editOf(plan.files),
            copies: await inWords(one.locale, () => placeCopies(disk, copies, one.locale, cancellation)),
          })),
      }),
    )(connection, context);
  },
];

function attachIn<T>(
  disk: ClientDisk,
  params: AttachParams,
  context: RequestContext,
  cancellation: Cancellation,
  use: (prepared: { readonly plan: AttachPlan } & WebPlacing, planned: PlannedAttach) => Promise<T>,
) {
  const { locale } = context;
  return answerAttach<T, WebPlacing>(
    params,
    context,
    cancellation,
    async (analysis, _about, useOutcome) => {
      const { pieces } = params;
      return await useOutcome(
        await inWords(locale, () => prepareAttach({ disk, analysis, pieces, locale, cancellation })),
      );
    },
    use,
  );
}
