import type { Locale } from '../../words/locale';

const french = {
  showing: 'Afficher la fiche',
  nothing:
    'Choisissez une exigence, un scénario ou une preuve : dans l’arbre de conformité, dans le texte du manifeste ou dans le tableau.',
  undone: 'La dernière modification de la fiche est annulée.',
  notUndone: 'Le manifeste a changé depuis : annulez dans le texte (Ctrl+Z).',
  nothingToUndo: 'Rien à annuler dans cette fiche.',
  notSaid: 'Rien n’est envoyé : dites d’abord qui vous êtes.',
  chooseFix: 'Corriger',
  noFix: 'Aucune correction n’est proposée pour ce constat.',
};

const english: typeof french = {
  showing: 'Show the fiche',
  nothing:
    'Choose a requirement, a scenario or a proof: in the compliance tree, in the text of the manifest or in the table.',
  undone: 'The last change of the fiche is taken back.',
  notUndone: 'The manifest has changed since: undo in the text (Ctrl+Z).',
  nothingToUndo: 'Nothing to undo in this fiche.',
  notSaid: 'Nothing is sent: say first who you are.',
  chooseFix: 'Fix',
  noFix: 'No fix is offered for this finding.',
};

export const ficheMessages: Readonly<Record<Locale, typeof french>> = { fr: french, en: english };
