import type { Sentence } from '../../core/messages/say';

export const runsheetMessages = {
  written: { fr: 'Document écrit : {path}', en: 'Document written: {path}' },
  lost: {
    fr: 'Caractères que le PDF ne peut pas montrer, remplacés par « ? » : {characters}',
    en: 'Characters that the PDF cannot show, replaced by “?”: {characters}',
  },
} satisfies Record<string, Sentence>;
