import { missingPieceMessages, missingPieces } from '../../missing-pieces';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'parcours/piece-introuvable',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le justificatif d’une étape n’est pas dans le dossier.',
      en: 'The document that proves a step is not in the dossier.',
    },
    why: {
      fr: 'Une pièce citée mais absente manquera à la demande le jour du dépôt.',
      en: 'A document that is cited but missing will be missing from the request on the day it is filed.',
    },
    avoid: 'parcours:\n  etapes:\n    referencement: { etat: faite, piece: ans/ancienne.pdf }',
    prefer: 'parcours:\n  etapes:\n    referencement: { etat: faite, piece: ans/decision.pdf }',
    source: { fr: 'Format du dossier de preuves, version 1.', en: 'Proof dossier format, version 1.' },
    messages: missingPieceMessages,
  },
  ...missingPieces('parcours'),
};
