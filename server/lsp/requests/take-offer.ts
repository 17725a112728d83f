import type { takeOfferRequest } from '../../../protocol/requests/offers';
import { refusalSentence, unplacedSentence } from '../../core/attach/attach-words';
import { commonPath } from '../../core/evidence/evidence-path';
import { offersOf } from '../../core/holdings/offers';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { fileNameOf } from '../../core/text/file-name';
import { nameWithin, normaliseUri } from '../../core/text/uri';
import { usualMode, withOffer } from '../../host/operations/take-offer';
import { heldDossiers } from '../../language/session/held-dossiers';
import { inWords } from '../refusals';
import type { Answer } from '../request-context';
import { placed } from './attach';
import { plannedView } from '../attach-answer';

export const answer: Answer<typeof takeOfferRequest> = async ({ portfolio, id, mode }, context, cancellation) => {
  const { session, locale } = context;
  context.checkTrust();
  await session.ready();
  const held = await heldDossiers(session.analyses, normaliseUri(portfolio), cancellation);
  const offer = held && offersOf(held.holdings, cancellation).find((one) => one.id === id);
  const holding = (path: string | undefined) => held?.holdings.find((one) => one.path === path);
  const [from, to] = [holding(offer?.from.dossier), holding(offer?.to.dossier)];
  throwIfCancelled(cancellation);
  if (!offer || !from || !to) return null;
  const nameOf = (): string => fileNameOf(commonPath(offer.path) ?? offer.path);
  // What is not common can only be copied, whatever was asked.
  const taken = mode === 'copy' ? mode : usualMode(offer);
  return inWords(offer.path, locale, () =>
    withOffer({ offer, mode: taken, from, to: to.analysis, locale, cancellation }, async (outcome) => {
      if (outcome.kind === 'prepared') return placed(outcome, plannedView(outcome.plan, nameOf, locale), cancellation);
      if (outcome.kind === 'unplaced') {
        const sentences = outcome.unplaced.map((one) => unplacedSentence(one, nameOf, undefined, locale));
        return { kind: 'refused', message: sentences.join('\n') };
      }
      const fileOf = (uri: string) => nameWithin(to.analysis.dossier.rootUri, uri);
      return { kind: 'refused', message: refusalSentence(outcome, nameOf, fileOf, locale) };
    }),
  );
};
