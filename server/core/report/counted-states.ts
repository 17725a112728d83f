import { say, type Locale } from '../messages/say';
import type { Counts } from '../status/status';
import { statusWords } from '../status/status-words';
import { words } from './words';

/** States that are counted, in the order in which charts show them: what is done first. */
export const countedStates = ['provided', 'toReview', 'incomplete', 'toProvide'] as const;

/** What a chart shows, for those who do not see it. */
export function countsInWords(name: string, counts: Counts, locale: Locale): string {
  const figures = countedStates.map((status) => `${counts[status]} ${statusWords[status][locale]}`).join(', ');
  return say(words.chartDescription, locale, { name, figures });
}
