import type { offersRequest, OfferView } from '../../../protocol/requests/offers';
import { commonPath } from '../../core/evidence/evidence-path';
import { offersOf, type Offer } from '../../core/holdings/offers';
import { proofPlaceText } from '../../core/holdings/portfolio-report';
import { portfolioWords } from '../../core/holdings/portfolio-words';
import { say, type Locale } from '../../core/messages/say';
import { heldDossiers } from '../../language/session/held-dossiers';
import type { Answer } from '../request-context';

export const answer: Answer<typeof offersRequest> = async (_, { session, locale }, cancellation) => {
  await session.ready();
  const offers: OfferView[] = [];
  for (const portfolio of session.workspace.portfolioUris()) {
    const held = await heldDossiers(session.analyses, portfolio, cancellation);
    if (held) offers.push(...offersOf(held.holdings, cancellation).map((one) => view(one, portfolio, locale)));
    await session.pause();
  }
  return { offers };
};

function view({ id, path, reason, from, to, date, version }: Offer, portfolio: string, locale: Locale): OfferView {
  const noted = [date, version].filter((one) => one !== undefined).join(' · ');
  return {
    ...{ id, portfolio, path, noted },
    reason: say(portfolioWords[reason], locale),
    from: proofPlaceText(from),
    to: proofPlaceText(to),
    proof: to.proof,
    isCommon: commonPath(path) !== undefined,
  };
}
