import type { AttachParams, AttachPieceParams, AttachPlanResult } from '../../protocol/requests/attach-plan';
import { attachmentSentence, refusalSentence, unplacedSentence, warningSentences } from '../core/attach/attach-words';
import type { AttachOutcome, AttachPlan } from '../core/attach/plan-attach';
import { slotIds } from '../core/attach/slots';
import type { Analysis } from '../core/engine/analyse';
import { say, type Locale } from '../core/messages/say';
import type { Cancellation } from '../core/ports/cancellation';
import { nameOf, nameWithin } from '../core/text/uri';
import { noDossier } from './refusal';
import type { RequestContext } from './request-context';

export type PlannedAttach = Extract<AttachPlanResult, { readonly kind: 'planned' }>;
type Unplanned = Exclude<AttachPlanResult, PlannedAttach>;

/** Pieces whose places were looked for, with what puts them there. */
export type Prepared<Placing> =
  | ({ readonly kind: 'prepared'; readonly plan: AttachPlan } & Placing)
  | Exclude<AttachOutcome, { readonly kind: 'planned' }>;

/**
 * Reads the pieces and works out where they go, then hands that to `use`. Nothing is written before `use` does.
 * @param about the names of the pieces, for a message
 */
export type Prepare<Placing> = <R>(
  analysis: Analysis,
  about: string,
  use: (prepared: Prepared<Placing>) => Promise<R>,
) => Promise<R>;

/**
 * Works out where the pieces go, then does something with that.
 * @throws a refusal in words
 */
export async function answerAttach<T, Placing>(
  params: AttachParams,
  context: RequestContext,
  cancellation: Cancellation,
  prepare: Prepare<Placing>,
  use: (prepared: { readonly plan: AttachPlan } & Placing, planned: PlannedAttach) => Promise<T>,
): Promise<T | Unplanned> {
  const { locale } = context;
  // A file may be read from anywhere, and the names of what is found are told.
  context.checkTrust();
  const analysis = await context.dossierOf(params.uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri: params.uri }) };
  const pieceName = (piece: number): string => shownName(params.pieces[piece]);
  const about = params.pieces.map(shownName).join(', ');
  return prepare<T | Unplanned>(analysis, about, async (outcome) => {
    if (outcome.kind === 'prepared') return await use(outcome, plannedView(outcome.plan, pieceName, locale));
    if (outcome.kind !== 'unplaced') {
      const fileOf = (uri: string) => nameWithin(analysis.dossier.rootUri, uri);
      return { kind: 'refused', message: refusalSentence(outcome, pieceName, fileOf, locale) };
    }
    return {
      kind: 'unplaced',
      placed: outcome.placed.map(({ piece, slot }) => ({ piece, slot: slotIds(slot) })),
      unplaced: outcome.unplaced.map((one) => ({
        piece: one.piece,
        sentence: unplacedSentence(one, pieceName, params.pieces[one.piece]?.slot, locale),
        slots: 'slots' in one.choice ? one.choice.slots.map(slotIds) : [],
      })),
    };
  });
}

/** A plan as the client shows it. */
export function plannedView(plan: AttachPlan, nameOf: (piece: number) => string, locale: Locale): PlannedAttach {
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

function shownName(piece: AttachPieceParams | undefined): string {
  switch (piece?.kind) {
    case 'file':
    case 'declaration':
      return nameOf(piece.uri);
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
