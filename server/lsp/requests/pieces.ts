import type { piecesRequest } from '../../../protocol/requests/pieces';
import { piecesOf } from '../../language/pieces/pieces-of';
import type { Answer } from '../request-context';

export const answer: Answer<typeof piecesRequest> = async (_params, { session }, cancellation) => {
  await session.ready();
  const analyses = await session.analyses.all(cancellation);
  const { locale } = session;
  return {
    dossiers: analyses.map((analysis) => piecesOf(analysis, locale)),
  };
};
