import { fileURLToPath } from 'node:url';
import type { Holding } from '../../core/holdings/holding';
import type { Offer } from '../../core/holdings/offers';
import type { Analysis } from '../../core/engine/analyse';
import { pieceUri } from '../../core/dossier/piece-uri';
import { commonPath } from '../../core/evidence/evidence-path';
import type { Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { withPreparedAttach, type PreparedOutcome, type Source } from './attach';
import { FileChanged } from '../files/file-changed';

/** How a piece comes into the dossier that gets it. A piece that is not common can only be copied. */
export type OfferMode = 'copy' | 'reference';

/** The way that is taken when nobody says another: what is shared already stays in one place. */
export function usualMode({ path }: Offer): OfferMode {
  return commonPath(path) === undefined ? 'copy' : 'reference';
}

export interface TakeOfferRequest {
  readonly offer: Offer;
  readonly mode: OfferMode;
  /** The dossier that the piece comes from. */
  readonly from: Holding;
  /** The dossier that gets it, as it is now. */
  readonly to: Analysis;
  readonly locale: Locale;
  readonly cancellation: Cancellation;
}

/**
 * Prepares to attach an offered piece, with the date and the version that are noted where it comes from, and no other. Nothing
 * is written before `use` does.
 * @throws FileChanged when the file is not the one that was offered; UnreadableFile, CancelledError, or the system's error
 */
export async function withOffer<T>(
  { offer, mode, from, to, locale, cancellation }: TakeOfferRequest,
  use: (outcome: PreparedOutcome) => Promise<T>,
): Promise<T> {
  const uri = pieceUri(from.analysis.dossier, offer.path);
  const path = uri === undefined ? offer.path : fileURLToPath(uri);
  const source: Source = {
    kind: 'file',
    path,
    ...(mode === 'copy' ? { passing: true } : {}),
    wanted: { proof: offer.to.proof, scenario: offer.to.scenario, requirement: offer.to.requirement },
    said: {
      ...(offer.date === undefined ? {} : { date: offer.date }),
      ...(offer.version === undefined ? { isVersionUnknown: true } : { version: offer.version }),
    },
  };
  return withPreparedAttach({ analysis: to, sources: [source], locale, cancellation }, (outcome) => {
    if (outcome.kind === 'prepared' && outcome.copies.some(({ sha256 }) => sha256 !== offer.sha256))
      throw new FileChanged(path);
    return use(outcome);
  });
}
