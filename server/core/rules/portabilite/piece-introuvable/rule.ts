import { missingPieceMessages, missingPieces } from '../../missing-pieces';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'portabilite/piece-introuvable',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une pièce de la portabilité n’est pas dans le dossier.',
      en: 'A document about portability is not in the dossier.',
    },
    why: {
      fr: 'Une pièce citée mais absente manquera à la demande le jour du dépôt.',
      en: 'A document that is cited but missing will be missing from the request on the day it is filed.',
    },
    avoid: 'portabilite:\n  documentation: export/ancien.pdf',
    prefer: 'portabilite:\n  documentation: export/format.pdf',
    source: { fr: 'Format du dossier de preuves, version 1.', en: 'Proof dossier format, version 1.' },
    messages: missingPieceMessages,
  },
  ...missingPieces('portabilite'),
};
