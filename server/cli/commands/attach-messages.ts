import type { Sentence } from '../../core/messages/say';

/** What `attach` says. */
export const attachMessages = {
  nothing: {
    fr: 'Rien à joindre : indiquez un fichier, --lien URL ou --execution N.',
    en: 'Nothing to attach: give a file, --lien URL or --execution N.',
  },
  needsProof: {
    fr: '{option} ne dit pas pour quelle preuve : ajoutez --preuve ID.',
    en: '{option} does not say for which proof: add --preuve ID.',
  },
  badLink: {
    fr: 'Le lien « {value} » n’est pas une adresse complète (https://…).',
    en: 'Link “{value}” is no full address (https://…).',
  },
  badExecution: {
    fr: 'Le numéro d’exécution « {value} » n’est pas un nombre entier.',
    en: 'Execution number “{value}” is no whole number.',
  },
  link: { fr: 'le lien {value}', en: 'link {value}' },
  execution: { fr: 'l’exécution {value}', en: 'execution {value}' },
  notAll: {
    fr: 'Rien n’a été modifié : dites pour chaque fichier sa preuve (--preuve ID, un fichier à la fois), ou mettez son identifiant dans le nom.',
    en: 'Nothing was changed: say the proof of each file (--preuve ID, one file at a time), or put its id in the name.',
  },
  dryRun: { fr: 'Aperçu seulement : rien n’a été copié ni écrit.', en: 'Preview only: nothing was copied or written.' },
  warnings: { fr: 'À savoir, comme « check » le dira :', en: 'To know, as “check” will say:' },
} satisfies Record<string, Sentence>;
