import type { Sentence } from '../messages/language';
import type { Status } from './status';

/** The field's words for each status. */
export const statusWords: Readonly<Record<Status, Sentence>> = {
  toProvide: { fr: 'à fournir', en: 'to provide' },
  incomplete: { fr: 'incomplète', en: 'incomplete' },
  toReview: { fr: 'à revoir', en: 'to review' },
  provided: { fr: 'fournie', en: 'provided' },
  notApplicable: { fr: 'non applicable', en: 'not applicable' },
  nothingExpected: { fr: 'sans preuve attendue', en: 'no proof expected' },
};
