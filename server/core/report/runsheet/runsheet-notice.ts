import type { Sentence } from '../../messages/say';

/** At the head of a shooting script: it is for the team. */
export const runsheetNotice = {
  fr: 'Document interne : il nomme qui fait quoi, et ne part pas à l’ANS.',
  en: 'Internal document: it names who does what, and does not go to ANS.',
} satisfies Sentence;
