import type { Sentence } from '../../core/messages/say';

export const answersMessages = {
  mapping: { fr: '{path}, {fault}', en: '{path}, {fault}' },
  nothingWritten: {
    fr: 'Rien n’a été écrit : --appliquer écrit ces réponses.',
    en: 'Nothing was written: --appliquer writes these answers.',
  },
  written: {
    fr: '{count, plural, =0 {Aucune réponse n’est écrite} one {# réponse écrite} other {# réponses écrites}}.',
    en: '{count, plural, =0 {No answer is written} one {# answer written} other {# answers written}}.',
  },
} satisfies Record<string, Sentence>;
