import type { Sentence } from '../../core/messages/say';

/** What `collect` says. */
export const collectMessages = {
  nothing: {
    fr: 'Rien à collecter : indiquez un rapport de tests ou un répertoire.',
    en: 'Nothing to collect: give a report of tests or a folder.',
  },
  dryRun: { fr: 'Aperçu seulement : rien n’a été copié ni écrit.', en: 'Preview only: nothing was copied or written.' },
  refused: {
    fr: 'Les pièces d’une exécution précédente ne peuvent pas être remplacées : {fault} Rien n’a été modifié.',
    en: 'The pieces of an earlier run cannot be replaced: {fault} Nothing was changed.',
  },
} satisfies Record<string, Sentence>;
