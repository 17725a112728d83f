import { say, type Locale, type Sentence } from '../messages/say';
import type { UploadState } from './upload-states';
import type { UploadTexts } from './upload-list';

/** How a row stands, in words. */
export const uploadStateWords: Readonly<Record<UploadState, Sentence>> = {
  todo: { fr: 'à déposer', en: 'to be filed' },
  filed: { fr: 'déposée', en: 'filed' },
  changed: { fr: 'à déposer de nouveau', en: 'to be filed again' },
  absent: { fr: 'pièce absente', en: 'piece missing' },
};

/** What each text is, in the order in which they are copied. */
export const uploadTextWords = {
  conformity: { fr: 'Texte de conformité', en: 'Text of conformity' },
  comment: { fr: 'Commentaire', en: 'Comment' },
  scenarioComment: { fr: 'Commentaire du scénario', en: 'Comment of the scenario' },
  requirementComment: { fr: 'Commentaire de l’exigence', en: 'Comment of the requirement' },
  justification: { fr: 'Non applicable', en: 'Not applicable' },
} satisfies Record<keyof UploadTexts, Sentence>;

export const uploadTextKeys = Object.keys(uploadTextWords) as readonly (keyof UploadTexts)[];

export const uploadWords = {
  internal: {
    fr: 'Document interne : il dit qui a déposé quoi. Il n’est pas à transmettre à l’ANS.',
    en: 'Internal document: it says who filed what. It is not to be sent to ANS.',
  },
  title: { fr: 'Dépôt sur Convergence', en: 'Filing on Convergence' },
  progress: {
    fr: '{filed, number} / {total, plural, one {# pièce déposée} other {# pièces déposées}}',
    en: '{filed, number} / {total, plural, one {# piece filed} other {# pieces filed}}',
  },
  draft: {
    fr: 'Ce paquet est un brouillon : il n’est pas destiné à être déposé.',
    en: 'This package is a draft: it is not to be filed.',
  },
  empty: {
    fr: '{count, plural, one {# preuve attendue n’a aucune pièce} other {# preuves attendues n’ont aucune pièce}} dans ce paquet.',
    en: '{count, plural, one {# expected proof has no piece} other {# expected proofs have no piece}} in this package.',
  },
  nothing: { fr: 'Ce paquet n’a aucune pièce à déposer.', en: 'This package has no piece to file.' },
  done: { fr: 'Tout ce que contient ce paquet est déposé.', en: 'All that this package holds is filed.' },
  goneHead: {
    fr: 'Déposé, et absent de ce paquet :',
    en: 'Filed, and not in this package:',
  },
  tick: { fr: 'déposée le {on}', en: 'filed on {on}' },
  tickBy: { fr: 'déposée le {on} par {by}', en: 'filed on {on} by {by}' },
  before: { fr: 'une autre version a été {tick}', en: 'another version was {tick}' },
  characters: {
    fr: '{count, plural, one {# caractère} other {# caractères}}',
    en: '{count, plural, one {# character} other {# characters}}',
  },
  execution: { fr: 'exécution n° {value}', en: 'execution no. {value}' },
  order: { fr: 'N°', en: 'No.' },
  chapter: { fr: 'Chapitre', en: 'Chapter' },
  slot: { fr: 'Emplacement', en: 'Slot' },
  requirement: { fr: 'Exigence', en: 'Requirement' },
  scenario: { fr: 'Scénario', en: 'Scenario' },
  piece: { fr: 'Pièce', en: 'Piece' },
  origin: { fr: 'Fichier du dossier', en: 'File of the dossier' },
  size: { fr: 'Octets', en: 'Bytes' },
  digest: { fr: 'SHA-256', en: 'SHA-256' },
  state: { fr: 'État', en: 'State' },
  filedOn: { fr: 'Déposée le', en: 'Filed on' },
  filedBy: { fr: 'Par', en: 'By' },
  sinceHead: {
    fr: 'Depuis, dans le dossier',
    en: 'Since then, in the dossier',
  },
  since: {
    changed: { fr: 'changée depuis son dépôt', en: 'changed since it was filed' },
    gone: { fr: 'déposée, et n’est plus dans le dossier', en: 'filed, and no longer in the dossier' },
    unread: {
      fr: 'déposée ; son fichier manque ou ne se lit pas, ou son empreinte n’a pas été notée : on ne sait pas si elle a changé',
      en: 'filed; its file is missing or cannot be read, or its digest was not noted: whether it changed is not known',
    },
    fresh: { fr: 'n’est pas déposée', en: 'is not filed' },
  },
  sinceSame: {
    fr: '{count, plural, =0 {Aucune pièce déposée et inchangée} one {# pièce déposée est toujours la même} other {# pièces déposées sont toujours les mêmes}}.',
    en: '{count, plural, =0 {No piece filed and unchanged} one {# filed piece is still the same} other {# filed pieces are still the same}}.',
  },
};

/** `déposée le 2026-11-30 par CM` */
export function tickWords({ on, by }: { readonly on: string; readonly by?: string }, locale: Locale): string {
  return by === undefined ? say(uploadWords.tick, locale, { on }) : say(uploadWords.tickBy, locale, { on, by });
}
