import { say, type Locale, type Sentence } from '../messages/say';
import { refusalText } from '../cells/cell-words';
import { shorten } from '../text/shorten';
import { shownHidden } from '../text/hidden-characters';
import { fieldNames, reviewFields, type Field } from './fields';
import { cellOf } from './form-sheets';
import { aboutKey } from './merge-workbook';
import type { MergeConflict, MergeEdit, MergeNote, MergePlan } from './merge-plan';
import type { CellPlace } from './read-forms';

const words = {
  at: { fr: '{sheet}, {cell}', en: '{sheet}, {cell}' },
  edit: {
    fr: '{at} : {about} : {field} « {ours} » → « {theirs} »',
    en: '{at}: {about}: {field} “{ours}” → “{theirs}”',
  },
  conflict: {
    fr: '{at} : {about} : {field} valait « {base} » ; vaut « {ours} » dans le dossier et « {theirs} » dans le classeur',
    en: '{at}: {about}: {field} was “{base}”; is “{ours}” in the dossier and “{theirs}” in the workbook',
  },
  ours: { fr: '{line} : le dossier est gardé.', en: '{line}: the dossier stays.' },
  theirs: { fr: '{line} : le classeur est repris.', en: '{line}: the workbook is taken.' },
  open: { fr: '{line}.', en: '{line}.' },
  empty: { fr: '(vide)', en: '(empty)' },
  review: { fr: 'Revue', en: 'Review' },
  placed: { fr: '{at} : {what}', en: '{at}: {what}' },
  added: {
    fr: 'ligne ajoutée, qui n’est d’aucune preuve : « {text} ». Une pièce se joint dans le dossier, ou par un tableau de suivi.',
    en: 'a row that was added, and is of no proof: “{text}”. A piece is attached in the dossier, or by a tracking sheet.',
  },
  foreign: {
    fr: 'ligne venue d’un autre classeur : rien n’en est repris.',
    en: 'a row of another workbook: nothing of it comes in.',
  },
  copies: {
    fr: 'copie de la ligne de {other}, qui dit autre chose : rien n’est repris de l’une ni de l’autre.',
    en: 'a copy of the row of {other}, which says otherwise: nothing of either comes in.',
  },
  gone: {
    fr: '{about} n’est plus dans le dossier : ce qui y est changé n’est pas repris.',
    en: '{about} is no longer in the dossier: what is changed there does not come in.',
  },
  fileChanged: {
    fr: '{about} : le fichier n’est plus celui qui était là quand le classeur a été écrit ; la revue n’est pas reprise, elle vaudrait pour un contenu que personne n’a relu.',
    en: '{about}: the file is not the one that was there when the workbook was written; the review does not come in, it would stand for content that nobody reviewed.',
  },
  tooLong: {
    fr: 'le texte du dossier est plus long qu’une cellule : modifiez-le dans le dossier.',
    en: 'the text of the dossier is longer than a cell: change it in the dossier.',
  },
  notHere: {
    fr: 'cette ligne n’a pas de « {field} » : ce qui y est écrit n’est pas repris.',
    en: 'this row has no “{field}”: what is written there does not come in.',
  },
  struck: { fr: 'ligne barrée : rien n’en est repris.', en: 'row struck out: nothing of it comes in.' },
  lostColumn: {
    fr: '{sheet} : la colonne « {field} » n’y est plus, rien n’en change.',
    en: '{sheet}: the column “{field}” is gone, nothing of it changes.',
  },
  lostRows: {
    fr: '{count, plural, one {Une ligne n’est plus dans le classeur} other {# lignes ne sont plus dans le classeur}} (dont {first}) : le dossier n’en perd rien.',
    en: '{count, plural, one {One row is} other {# rows are}} no longer in the workbook ({first} among them): the dossier loses nothing for that.',
  },
  summary: {
    fr: '{edits, plural, =0 {Aucune valeur à reprendre} one {# valeur à reprendre} other {# valeurs à reprendre}}, {conflicts, plural, =0 {aucun conflit} one {# conflit} other {# conflits}}, {kept, plural, =0 {aucune changée} one {# changée} other {# changées}} dans le dossier seul, {same, plural, =0 {aucune changée} one {# changée} other {# changées}} de même des deux côtés, {unchanged, plural, =0 {aucune inchangée} one {# inchangée} other {# inchangées}}.',
    en: '{edits, plural, =0 {No value} one {# value} other {# values}} to take in, {conflicts, plural, =0 {no conflict} one {# conflict} other {# conflicts}}, {kept, number} changed in the dossier alone, {same, number} changed alike on both sides, {unchanged, number} unchanged.',
  },
  other: {
    fr: 'Ce classeur a été écrit pour « {software} » ({dispositif}), et ce dossier est celui de « {ownSoftware} » ({ownDispositif}).',
    en: 'This workbook was written for “{software}” ({dispositif}), and this dossier is that of “{ownSoftware}” ({ownDispositif}).',
  },
} satisfies Record<string, Sentence>;

/** Why a workbook of ours is not read. */
export const recordFaults: Readonly<Record<'damaged' | 'otherVersion', Sentence>> = {
  damaged: {
    fr: 'Ce classeur est un rapport de Ségur Preuves, mais sa feuille masquée « segur-preuves » a été modifiée : ce qui a changé ne peut pas être su. Écrivez un nouveau rapport et reportez-y les changements.',
    en: 'This workbook is a report of Ségur Preuves, but its hidden sheet “segur-preuves” was changed: what was edited cannot be known. Write a new report and make the changes there.',
  },
  otherVersion: {
    fr: 'Ce classeur a été écrit par une autre version de Ségur Preuves, dont le format n’est pas connu ici. Écrivez un nouveau rapport avec cette version-ci.',
    en: 'This workbook was written by another version of Ségur Preuves, whose format is not known here. Write a new report with this version.',
  },
};

/** Longest value that is shown in a line. */
const mostShown = 120;

/** `Pièces à compléter, H12` */
function placeWords({ sheet, cell }: CellPlace, locale: Locale): string {
  return say(words.at, locale, { sheet, cell });
}

/** What the workbook brings, in a line. */
export function editLine(edit: MergeEdit, locale: Locale): string {
  return say(words.edit, locale, argsOf(edit, locale));
}

/** What both sides changed, and what is done about it. */
export function conflictLine(conflict: MergeConflict, locale: Locale): string {
  const line = say(words.conflict, locale, argsOf(conflict, locale));
  return say(words[conflict.choice ?? 'open'], locale, { line });
}

function argsOf(
  edit: MergeEdit,
  locale: Locale,
): Record<'at' | 'about' | 'field' | 'base' | 'ours' | 'theirs', string> {
  const { at, row, fields, base, ours, theirs } = edit;
  const shown = (values: readonly string[]): string => {
    const said = values.map((value, index) => shownValue(fields[index], value, locale)).filter((one) => one !== '');
    return said.length === 0 ? say(words.empty, locale) : shownHidden(shorten(said.join(', '), mostShown));
  };
  const [first] = fields;
  return {
    at: placeWords(at, locale),
    about: aboutKey(row.key),
    field: fields.length === reviewFields.length || !first ? say(words.review, locale) : say(fieldNames[first], locale),
    ...{ base: shown(base), ours: shown(ours), theirs: shown(theirs) },
  };
}

function shownValue(field: Field | undefined, value: string, locale: Locale): string {
  const cell = field === undefined ? value : cellOf(field, value, locale);
  return typeof cell === 'string' ? cell : cell.date;
}

/** What does not come in, and why. */
export function mergeNoteLine(note: MergeNote, locale: Locale): string {
  if (note.kind === 'lostRows') return say(words.lostRows, locale, { count: note.count, first: note.first });
  if (note.kind === 'lostColumn')
    return say(words.lostColumn, locale, { sheet: note.sheet, field: say(fieldNames[note.field], locale) });
  return say(words.placed, locale, { at: placeWords(note.at, locale), what: whatOf(note, locale) });
}

function whatOf(note: Exclude<MergeNote, { readonly kind: 'lostRows' | 'lostColumn' }>, locale: Locale): string {
  switch (note.kind) {
    case 'cell':
      return say(note.sentence, locale, note.args ?? {});
    case 'refused':
      return refusalText(note.refusal, locale);
    case 'added':
      return say(words.added, locale, { text: shownHidden(shorten(note.text, mostShown)) });
    case 'copies':
      return say(words.copies, locale, { other: placeWords(note.other, locale) });
    case 'gone':
    case 'fileChanged':
      return say(words[note.kind], locale, { about: note.about });
    case 'notHere':
      return say(words.notHere, locale, { field: say(fieldNames[note.field], locale) });
    case 'foreign':
    case 'tooLong':
    case 'struck':
      return say(words[note.kind], locale);
  }
}

/** How much a workbook brings, in a line. */
export function mergeSummary({ edits, conflicts, kept, same, unchanged }: MergePlan, locale: Locale): string {
  const open = conflicts.filter(({ choice }) => choice === undefined).length;
  return say(words.summary, locale, { edits: edits.length, conflicts: open, kept, same, unchanged });
}

/** That the workbook is of another dossier; undefined where it is not. */
export function otherDossierWords(
  { other }: Pick<MergePlan, 'other'>,
  own: NonNullable<MergePlan['other']>,
  locale: Locale,
): string | undefined {
  if (!other) return undefined;
  const args = { ...other, ownSoftware: own.software, ownDispositif: own.dispositif };
  return say(words.other, locale, args);
}
