import type { nextPlaceRequest } from '../../../protocol/requests/next-place';
import { normaliseUri } from '../../core/text/uri';
import { nextPlace } from '../../language/compliance/next-place';
import type { Answer } from '../request-context';

export const answer: Answer<typeof nextPlaceRequest> = async ({ what, direction, from }, { session }, cancellation) => {
  await session.ready();
  const analyses = await session.analyses.all(cancellation);
  const cursor = from && { ...from, uri: normaliseUri(from.uri) };
  return nextPlace(analyses, { what, direction, ...(cursor ? { from: cursor } : {}) }, session.locale);
};
