import type { Sentence } from '../../core/messages/say';

export const runsheetMessages = {
  unknownFormat: {
    fr: 'Le nom {path} ne dit pas le format du document. Terminez-le par .html, .pdf ou .md.',
    en: 'Name {path} does not tell the format of the document. End it with .html, .pdf or .md.',
  },
  unknownChapter: {
    fr: 'Rien ne reste à fournir dans le chapitre « {name} ». Chapitres où il reste quelque chose : {known}.',
    en: 'Nothing is left to be provided in chapter “{name}”. Chapters where something is left: {known}.',
  },
  unknownPerson: {
    fr: 'Rien de ce qui reste à fournir n’est confié à « {name} ». Responsables nommés : {known}.',
    en: 'Nothing that is left to be provided is given to “{name}”. People named: {known}.',
  },
  none: { fr: 'aucun', en: 'none' },
  written: { fr: 'Document écrit : {path}', en: 'Document written: {path}' },
  lost: {
    fr: 'Caractères que le PDF ne peut pas montrer, remplacés par « ? » : {characters}',
    en: 'Characters that the PDF cannot show, replaced by “?”: {characters}',
  },
} satisfies Record<string, Sentence>;
