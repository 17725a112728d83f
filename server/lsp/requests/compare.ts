import type { compareRequest } from '../../../protocol/requests/compare';
import { isSame } from '../../core/submission/compare-states';
import { comparisonSummary } from '../../core/submission/comparison-summary';
import { stateTexts } from '../../core/submission/state-texts';
import { comparedStates } from '../compared-states';
import type { Answer } from '../request-context';

export const answer: Answer<typeof compareRequest> = async (params, context, token) => {
  const { language } = context;
  const { states, names, comparison } = await comparedStates(params, context, token);
  const texts = stateTexts(...states, language);
  return {
    same: isSame(comparison),
    summary: comparisonSummary(comparison, language),
    before: { name: names.before, text: texts.before },
    after: { name: names.after, text: texts.after },
  };
};
