import { requestKind } from '../request';
import type { AttachResult } from './attach';

/** What of one dossier could serve another of the same portfolio, in every portfolio of the workspace. Nothing is written. */
export const offersRequest = requestKind<Record<string, never>, OffersView>('segur/offres');

export interface OffersView {
  readonly offers: readonly OfferView[];
}

/** A piece that could serve elsewhere, in words. */
export interface OfferView {
  readonly id: string;
  /** URI of the portfolio. */
  readonly portfolio: string;
  readonly path: string;
  /** Why: the same text, or the same socle id. */
  readonly reason: string;
  readonly from: string;
  readonly to: string;
  /** Id of the proof that the piece could serve. */
  readonly proof: string;
  /** Date and version, as far as they are noted. */
  readonly noted: string;
  /** It lies in the common folder: it can be cited where it is. */
  readonly isCommon: boolean;
}

/**
 * Attaches a piece that is offered: copied into the dossier, or cited in the common folder. The client writes the manifests, as
 * with `segur/joindrePieces`. Null when the offer holds no more.
 */
export const takeOfferRequest = requestKind<TakeOfferParams, AttachResult | null>('segur/joindreOffre');

export interface TakeOfferParams {
  readonly portfolio: string;
  readonly id: string;
  readonly mode: 'copy' | 'reference';
}
