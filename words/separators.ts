import type { Sentence } from './say';

/** Between a term and what is said of it: French sets it apart on both sides. */
export const colon: Sentence = { fr: ' : ', en: ': ' };

/** Between parts of a sentence. */
export const semicolon: Sentence = { fr: ' ; ', en: '; ' };
