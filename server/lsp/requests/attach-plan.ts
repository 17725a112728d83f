import { fileURLToPath } from 'node:url';
import type { AttachParams, AttachPieceParams, attachPlanRequest } from '../../../protocol/requests/attach-plan';
import type { Cancellation } from '../../core/ports/cancellation';
import { withPreparedAttach, type PreparedAttach, type Source } from '../../host/operations/attach';
import { answerAttach, type PlannedAttach } from '../attach-answer';
import { inWords } from '../refusals';
import type { Answer, RequestContext } from '../request-context';

/** Nothing is written. */
export const answer: Answer<typeof attachPlanRequest> = (params, context, cancellation) =>
  attachIn(params, context, cancellation, (_, planned) => Promise.resolve(planned));

/**
 * Works out where the pieces go, then does something with that.
 * @throws a refusal in words
 */
export function attachIn<T>(
  params: AttachParams,
  context: RequestContext,
  cancellation: Cancellation,
  use: (prepared: PreparedAttach, planned: PlannedAttach) => Promise<T>,
) {
  const { locale } = context;
  return answerAttach<T, Omit<PreparedAttach, 'plan'>>(
    params,
    context,
    cancellation,
    (analysis, about, useOutcome) =>
      inWords(about, locale, () =>
        withPreparedAttach({ analysis, sources: params.pieces.map(sourceOf), locale, cancellation }, useOutcome),
      ),
    use,
  );
}

function sourceOf(piece: AttachPieceParams): Source {
  const wanted = piece.slot ? { wanted: piece.slot } : {};
  switch (piece.kind) {
    case 'file':
    case 'declaration':
      return { kind: piece.kind, path: fileURLToPath(piece.uri), ...wanted };
    case 'bytes':
      return { kind: 'bytes', name: piece.name, bytes: Buffer.from(piece.base64, 'base64'), ...wanted };
    case 'link':
      return { kind: 'link', url: piece.url, ...wanted };
    case 'execution':
      return { kind: 'execution', number: piece.number, ...wanted };
  }
}
