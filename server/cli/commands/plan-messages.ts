import type { Sentence } from '../../core/messages/say';

export const planMessages = {
  written: {
    fr: 'Agenda écrit : {path} ({count, plural, one {# évènement} other {# évènements}}).',
    en: 'Calendar written: {path} ({count, plural, one {# event} other {# events}}).',
  },
} satisfies Record<string, Sentence>;
