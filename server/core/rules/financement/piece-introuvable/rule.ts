import { missingPieceMessages, missingPieces } from '../../missing-pieces';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/piece-introuvable',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une pièce d’une demande de financement n’est pas dans le dossier.',
      en: 'A document of a financing request is not in the dossier.',
    },
    why: {
      fr: 'Une pièce citée mais absente manquera à la demande le jour du dépôt.',
      en: 'A document that is cited but missing will be missing from the request on the day it is filed.',
    },
    avoid:
      'commandes:\n  - client: Cabinet Exemple\n    signee_le: 2026-10-05\n    avance: { pieces: { bon_de_commande: bdc/ancien.pdf } }',
    prefer:
      'commandes:\n  - client: Cabinet Exemple\n    signee_le: 2026-10-05\n    avance: { pieces: { bon_de_commande: bdc/exemple.pdf } }',
    source: { fr: 'Format du dossier de preuves, version 1.', en: 'Proof dossier format, version 1.' },
    messages: missingPieceMessages,
  },
  ...missingPieces('financement'),
};
