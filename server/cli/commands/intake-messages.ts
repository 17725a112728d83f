import type { Sentence } from '../../core/messages/say';

/** What `intake` says. */
export const intakeMessages = {
  mapping: { fr: 'Correspondance « {path} » : {fault}', en: 'Mapping “{path}”: {fault}' },
  sheet: { fr: 'Feuille « {sheet} » :', en: 'Sheet “{sheet}”:' },
  noSheet: {
    fr: 'Aucune feuille de « {path} » n’a de colonne d’identifiants de ce dossier (preuve, scénario ou exigence). Dites laquelle avec --correspondance (« colonnes: { preuve: "En-tête" } »).',
    en: 'No sheet of “{path}” has a column of ids of this dossier (proof, scenario or requirement). Say which one with --correspondance (“colonnes: { preuve: "Header" }”).',
  },
  hidden: {
    fr: 'La feuille masquée « {sheet} » n’est pas lue ; --feuille la fait lire.',
    en: 'The hidden sheet “{sheet}” is not read; --feuille has it read.',
  },
  notFound: { fr: 'Aucune colonne ne s’appelle « {header} ».', en: 'No column is called “{header}”.' },
  near: { fr: ' Vouliez-vous dire {headers} ?', en: ' Did you mean {headers}?' },
  notes: {
    fr: '{count, plural, one {Un point n’est pas repris} other {# points ne sont pas repris}} :',
    en: '{count, plural, one {One point does not come in} other {# points do not come in}}:',
  },
  unused: {
    fr: '{count, plural, one {Un fichier n’est cité} other {# fichiers ne sont cités}} par aucune ligne :',
    en: '{count, plural, one {One file is} other {# files are}} named by no row:',
  },
  more: {
    fr: '… et {count, plural, one {# autre} other {# autres}}',
    en: '… and {count, plural, one {# other} other {# others}}',
  },
  preview: {
    fr: 'Aperçu seulement : rien n’a été copié ni écrit. Ajoutez --appliquer pour écrire.',
    en: 'Preview only: nothing was copied or written. Add --appliquer to write.',
  },
  done: {
    fr: '{pieces, plural, =0 {Aucune pièce jointe} one {# pièce jointe} other {# pièces jointes}}, {follows, plural, =0 {aucune valeur de suivi écrite} one {# valeur de suivi écrite} other {# valeurs de suivi écrites}}.',
    en: '{pieces, plural, =0 {No piece attached} one {# piece attached} other {# pieces attached}}, {follows, plural, =0 {no value of follow-up written} one {# value of follow-up written} other {# values of follow-up written}}.',
  },
  followRefused: {
    fr: 'Le suivi n’a pas été écrit : {fault}',
    en: 'The follow-up was not written: {fault}',
  },
} satisfies Record<string, Sentence>;
