import type { Sentence } from '../messages/say';
import type { Status } from './status';

/** The field's words for each status. */
export const statusWords: Readonly<Record<Status, Sentence>> = {
  toProvide: { fr: 'à fournir', en: 'to provide' },
  incomplete: { fr: 'incomplète', en: 'incomplete' },
  toReview: { fr: 'à revoir', en: 'to review' },
  provided: { fr: 'fournie', en: 'provided' },
  covered: { fr: 'couverte par un scénario cœur de métier', en: 'covered by a core-business scenario' },
  requiredWithoutProof: {
    fr: 'exigée, sans preuve attendue par le REM',
    en: 'required, no proof expected by the REM',
  },
  unknown: { fr: 'inconnue', en: 'unknown' },
  notApplicable: { fr: 'non applicable', en: 'not applicable' },
  nothingExpected: { fr: 'sans preuve attendue', en: 'no proof expected' },
};
