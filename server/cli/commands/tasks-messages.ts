import type { Sentence } from '../../core/messages/say';

export const tasksMessages = {
  written: { fr: 'Liste écrite : {path}', en: 'List written: {path}' },
} satisfies Record<string, Sentence>;
