import type { Sentence } from '../../core/messages/say';

export const planMessages = {
  written: { fr: 'Agenda écrit : {path} ({count} évènements).', en: 'Calendar written: {path} ({count} events).' },
} satisfies Record<string, Sentence>;
