import type { compareRequest } from '../../../protocol/requests/compare';
import { isSame } from '../../core/submission/compare-states';
import { comparisonSummary } from '../../core/submission/comparison-summary';
import { stateTexts } from '../../core/submission/state-texts';
import { comparedStates } from '../compared-states';
import type { Answer } from '../request-context';

export const answer: Answer<typeof compareRequest> = async (params, context, cancellation) => {
  const { locale } = context;
  const { states, names, comparison } = await comparedStates(params, context, cancellation);
  const texts = stateTexts(...states, locale);
  return {
    same: isSame(comparison),
    summary: comparisonSummary(comparison, locale),
    before: { name: names.before, text: texts.before },
    after: { name: names.after, text: texts.after },
  };
};
