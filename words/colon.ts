import type { Sentence } from './say';

/** Between a term and what is said of it: French sets it apart on both sides. */
export const colon: Sentence = { fr: ' : ', en: ': ' };
