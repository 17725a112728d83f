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
  header: { fr: '« {header} »', en: '“{header}”' },
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
  onlyReport: {
    fr: '« {path} » n’est pas un rapport de Ségur Preuves : --conflits et --autre-dossier ne valent que pour un rapport (.xlsx) modifié. D’un autre tableau, rien ne remplace ce qui est dans le dossier.',
    en: '“{path}” is no report of Ségur Preuves: --conflits and --autre-dossier are for an edited report (.xlsx) only. Nothing of another sheet replaces what is in the dossier.',
  },
  noMapping: {
    fr: '« {path} » est un rapport de Ségur Preuves : ses colonnes sont connues, --correspondance et --feuille n’y changent rien. Retirez-les.',
    en: '“{path}” is a report of Ségur Preuves: its columns are known, --correspondance and --feuille change nothing about it. Leave them out.',
  },
  otherDossier: {
    fr: '{fact} Rien n’est repris. Si c’est bien le même dossier sous un autre nom, ajoutez --autre-dossier.',
    en: '{fact} Nothing comes in. If it is the same dossier under another name, add --autre-dossier.',
  },
  reportRead: {
    fr: '« {path} » est un rapport de Ségur Preuves : ce que des collègues y ont changé est comparé au dossier.',
    en: '“{path}” is a report of Ségur Preuves: what colleagues changed in it is compared with the dossier.',
  },
  conflicts: {
    fr: '{count, plural, one {Une valeur a changé} other {# valeurs ont changé}} des deux côtés (--conflits ours garde le dossier, --conflits theirs reprend le classeur) :',
    en: '{count, plural, one {One value has} other {# values have}} changed on both sides (--conflits ours keeps the dossier, --conflits theirs takes the workbook):',
  },
  previewReport: {
    fr: 'Aperçu seulement : rien n’a été écrit. Ajoutez --appliquer pour écrire.',
    en: 'Preview only: nothing was written. Add --appliquer to write.',
  },
  merged: {
    fr: '{count, plural, =0 {Aucune valeur écrite} one {# valeur écrite} other {# valeurs écrites}}. Le classeur est maintenant plus ancien que le dossier : écrivez un nouveau rapport pour la suite.',
    en: '{count, plural, =0 {No value written} one {# value written} other {# values written}}. The workbook is now older than the dossier: write a new report for what follows.',
  },
} satisfies Record<string, Sentence>;
