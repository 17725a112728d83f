import type { parcoursRequest } from '../../../protocol/requests/parcours';
import { parisNow } from '../../host/parcours/paris-now';
import { parcoursAnswer } from '../../language/parcours/parcours-answer';
import type { Answer } from '../request-context';

export const answer: Answer<typeof parcoursRequest> = async (_params, { session }, cancellation) => {
  await session.ready();
  return parcoursAnswer(await session.analyses.all(cancellation), session.locale, parisNow());
};
