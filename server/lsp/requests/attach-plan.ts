import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  AttachParams,
  AttachPieceParams,
  attachPlanRequest,
  AttachPlanResult,
} from '../../../protocol/requests/attach-plan';
import {
  attachmentSentence,
  refusalSentence,
  unplacedSentence,
  warningSentences,
} from '../../core/attach/attach-words';
import type { AttachPlan } from '../../core/attach/plan-attach';
import { slotIds } from '../../core/attach/slots';
import { say, type Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { nameWithin } from '../../core/text/uri';
import { withPreparedAttach, type PreparedAttach, type Source } from '../../host/operations/attach';
import { inWords, noDossier } from '../refusals';
import type { Answer, RequestContext } from '../request-context';

/** Nothing is written. */
export const answer: Answer<typeof attachPlanRequest> = (params, context, cancellation) =>
  attachIn(params, context, cancellation, (_, planned) => Promise.resolve(planned));

type Planned = Extract<AttachPlanResult, { readonly kind: 'planned' }>;

/**
 * Works out where the pieces go, then does something with that.
 * @throws a refusal in words
 */
export async function attachIn<T>(
  params: AttachParams,
  context: RequestContext,
  cancellation: Cancellation,
  use: (prepared: PreparedAttach, planned: Planned) => Promise<T>,
): Promise<T | Exclude<AttachPlanResult, Planned>> {
  const { locale } = context;
  // A file may be read from anywhere, and the names of what is found are told.
  context.checkTrust();
  const analysis = await context.dossierOf(params.uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri: params.uri }) };
  const sources = params.pieces.map(sourceOf);
  const nameOf = (piece: number): string => shownName(params.pieces[piece]);
  const about = params.pieces.map(shownName).join(', ');
  return inWords(about, locale, () =>
    withPreparedAttach<T | Exclude<AttachPlanResult, Planned>>(
      { analysis, sources, locale, cancellation },
      async (outcome) => {
        if (outcome.kind === 'prepared') return await use(outcome, plannedView(outcome.plan, nameOf, locale));
        if (outcome.kind !== 'unplaced') {
          const fileOf = (uri: string) => nameWithin(analysis.dossier.rootUri, uri);
          return { kind: 'refused', message: refusalSentence(outcome, nameOf, fileOf, locale) };
        }
        return {
          kind: 'unplaced',
          placed: outcome.placed.map(({ piece, slot }) => ({ piece, slot: slotIds(slot) })),
          unplaced: outcome.unplaced.map((one) => ({
            piece: one.piece,
            sentence: unplacedSentence(one, nameOf, params.pieces[one.piece]?.slot, locale),
            slots: 'slots' in one.choice ? one.choice.slots.map(slotIds) : [],
          })),
        };
      },
    ),
  );
}

/** A plan as the client shows it. */
export function plannedView(plan: AttachPlan, nameOf: (piece: number) => string, locale: Locale): Planned {
  const sentences = warningSentences(plan, locale);
  return {
    kind: 'planned',
    attachments: plan.attachments.map((one) => ({
      piece: one.piece,
      slot: slotIds(one.slot),
      sentence: attachmentSentence(one, nameOf, locale),
      ...(one.destination ? { path: one.destination.path } : {}),
      copied: one.destination?.isThere === false,
      alreadyCited: one.alreadyCited === true,
    })),
    warnings: plan.warnings.map(({ severity }, index) => ({ severity, message: sentences[index] ?? '' })),
  };
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

function shownName(piece: AttachPieceParams | undefined): string {
  switch (piece?.kind) {
    case 'file':
    case 'declaration':
      return basename(fileURLToPath(piece.uri));
    case 'bytes':
      return piece.name;
    case 'link':
      return piece.url;
    case 'execution':
      return piece.number;
    case undefined:
      return '';
  }
}
