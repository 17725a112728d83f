import { colon } from '../../../words/separators';
import { say, type Locale, type Sentence } from '../messages/say';
import { shorten } from '../text/shorten';
import type { AnswerNote, PlannedAnswer } from './plan-answers';
import type { AnswerPlace } from './said-answer';
import { verdicts } from './verdict-words';

const words = {
  line: { fr: 'ligne {line}', en: 'line {line}' },
  inSheet: { fr: '« {sheet} », ligne {line}', en: '“{sheet}”, row {line}' },
  unknownId: {
    fr: '« {id} » n’est pas un identifiant de ce dossier',
    en: '“{id}” is no id of this dossier',
  },
  unknownChapter: {
    fr: '« {name} » n’est pas un chapitre de ce dossier',
    en: '“{name}” is no chapter of this dossier',
  },
  undatedState: {
    fr: '{id} : le statut « {there} » du chapitre n’a pas de date ; notez-la sous « chapitres », puis reprenez la réponse',
    en: '{id}: the state “{there}” of the chapter has no date; write it under “chapitres”, then take the answer in again',
  },
  chapter: { fr: 'Chapitre {name}', en: 'Chapter {name}' },
  near: { fr: ' ; vouliez-vous dire {near} ?', en: '; did you mean {near}?' },
  severalProofs: {
    fr: '{id} a plusieurs preuves ({ids}) : la réponse ne dit pas de laquelle elle parle',
    en: '{id} has several proofs ({ids}): the answer does not say which one it is about',
  },
  noProof: { fr: '{id} n’a pas de preuve attendue où l’écrire', en: '{id} has no expected proof to write it at' },
  notThere: {
    fr: '{id} : la ligne nomme aussi {above}, où ce dossier ne l’attend pas ; rien n’en est écrit',
    en: '{id}: the line names {above} too, where this dossier does not expect it; nothing of it is written',
  },
  noColumn: { fr: 'aucune colonne ne s’appelle « {header} »', en: 'no column is called “{header}”' },
  noSheet: {
    fr: 'ce classeur n’a pas de feuille « {sheet} » ; il a : {sheets}',
    en: 'this workbook has no sheet “{sheet}”; it has: {sheets}',
  },
  struck: { fr: 'laissée de côté, car barrée : « {text} »', en: 'left aside, since it is struck out: “{text}”' },
  unknownVerdict: {
    fr: '{id} : « {word} » n’est pas un avis connu ({known}) ; il n’est pas deviné',
    en: '{id}: “{word}” is no known verdict ({known}); it is not guessed',
  },
  noVerdict: { fr: '{id} : aucun avis n’est donné', en: '{id}: no verdict is given' },
  noDate: {
    fr: '{id} : aucune date n’est donnée',
    en: '{id}: no date is given',
  },
  badDate: {
    fr: '{id} : « {written} » n’est pas une date qui se lise d’une seule façon',
    en: '{id}: “{written}” is no date that can be read in one way only',
  },
  conflict: {
    fr: '{id} : ce jour-là, le dossier dit « {there} », et la réponse « {here} » ; le dossier reste',
    en: '{id}: of that day the dossier says “{there}”, and the answer “{here}”; the dossier stays',
  },
  contradiction: {
    fr: '{id} : « {here} » contredit, le même jour, {others} ; aucune des deux n’est écrite',
    en: '{id}: “{here}” contradicts, of the same day, {others}; neither is written',
  },
  left: { fr: 'laissée de côté, faute d’identifiant : « {text} »', en: 'left aside for want of an id: “{text}”' },
  unclearPasted: {
    fr: 'plusieurs colonnes peuvent être « {role} » ({headers}) ; aucune n’est prise',
    en: 'several columns can be “{role}” ({headers}); none is taken',
  },
  unclear: {
    fr: '« {sheet} » : plusieurs colonnes peuvent être « {role} » ({headers}) ; aucune n’est prise',
    en: '“{sheet}”: several columns can be “{role}” ({headers}); none is taken',
  },
  summary: {
    fr: '{count, plural, =0 {Aucune réponse à écrire} one {# réponse à écrire} other {# réponses à écrire}}, {already, plural, =0 {aucune déjà là} one {# déjà là} other {# déjà là}}, {notes, plural, =0 {aucune laissée de côté} one {# laissée de côté} other {# laissées de côté}}.',
    en: '{count, plural, =0 {No answer to write} one {# answer to write} other {# answers to write}}, {already, plural, =0 {none there already} other {# there already}}, {notes, plural, =0 {none} other {#}} left aside.',
  },
} satisfies Record<string, Sentence>;

const longest = 100;

export function answerPlaceWords({ sheet, line }: AnswerPlace, locale: Locale): string {
  return sheet === undefined ? say(words.line, locale, { line }) : say(words.inSheet, locale, { sheet, line });
}

/** `INS/va1.56.02.01 : modification demandée, 2026-11-18 : La capture…` */
export function answerLine({ about, verdict, on, comment }: PlannedAnswer, locale: Locale): string {
  const id = about.kind === 'proof' ? about.slot.proof : say(words.chapter, locale, { name: about.name });
  const said = comment === undefined ? '' : `${colon[locale]}${shorten(comment.replace(/\s+/gu, ' '), longest)}`;
  return `${id}${colon[locale]}${verdict}, ${on}${said}`;
}

export function answerNoteLine(note: AnswerNote, locale: Locale): string {
  if (note.kind === 'unclear') {
    const { sheet, role } = note;
    const headers = note.headers.join(', ');
    return sheet === undefined
      ? say(words.unclearPasted, locale, { role, headers })
      : say(words.unclear, locale, { sheet, role, headers });
  }
  if (note.kind === 'noColumn') {
    const near = note.near.length === 0 ? '' : say(words.near, locale, { near: note.near.join(', ') });
    return say(words.noColumn, locale, { header: note.header }) + near;
  }
  if (note.kind === 'noSheet') return say(words.noSheet, locale, { sheet: note.sheet, sheets: note.sheets.join(', ') });
  return `${answerPlaceWords(note.at, locale)}${colon[locale]}${noteWords(note, locale)}`;
}

function noteWords(
  note: Exclude<AnswerNote, { readonly kind: 'unclear' | 'noSheet' | 'noColumn' }>,
  locale: Locale,
): string {
  switch (note.kind) {
    case 'unknownId': {
      const near = note.near.length === 0 ? '' : say(words.near, locale, { near: note.near.join(', ') });
      return say(words.unknownId, locale, { id: note.id }) + near;
    }
    case 'unknownChapter': {
      const near = note.near.length === 0 ? '' : say(words.near, locale, { near: note.near.join(', ') });
      return say(words.unknownChapter, locale, { name: shorten(note.name, longest) }) + near;
    }
    case 'undatedState':
      return say(words.undatedState, locale, { id: note.id, there: note.there });
    case 'severalProofs':
      return say(words.severalProofs, locale, { id: note.id, ids: note.ids.join(', ') });
    case 'unknownVerdict':
      return say(words.unknownVerdict, locale, { id: note.id, word: note.word, known: verdicts.join(', ') });
    case 'noDate': {
      const { id, written } = note;
      return written === '' ? say(words.noDate, locale, { id }) : say(words.badDate, locale, { id, written });
    }
    case 'conflict':
      return say(words.conflict, locale, {
        id: note.id,
        there: shorten(note.there, longest),
        here: shorten(note.here, longest),
      });
    case 'contradiction': {
      const others = note.others.map((at) => answerPlaceWords(at, locale)).join(', ');
      return say(words.contradiction, locale, { id: note.id, here: shorten(note.here, longest), others });
    }
    case 'left':
      return say(note.isStruck ? words.struck : words.left, locale, { text: shorten(note.text, longest) });
    case 'notThere':
      return say(words.notThere, locale, { id: note.id, above: note.above.join(', ') });
    case 'noProof':
    case 'noVerdict':
      return say(words[note.kind], locale, { id: note.id });
  }
}

export function answersSummary(
  {
    answers,
    already,
    notes,
  }: { readonly answers: readonly unknown[]; readonly already: number; readonly notes: readonly unknown[] },
  locale: Locale,
): string {
  return say(words.summary, locale, { count: answers.length, already, notes: notes.length });
}
