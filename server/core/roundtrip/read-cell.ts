import { sheetDate } from '../intake/sheet-dates';
import { workSaid } from '../intake/work-words';
import { say, type Locale, type Sentence, type SentenceArguments } from '../messages/say';
import { shorten } from '../text/shorten';
import { baseForm } from './record';
import { fieldKinds, fieldNames, type Field } from './fields';
import { cellOf } from './form-sheets';
import type { ReturnedCell } from './read-forms';

const longest = 80;

/** What a cell says, as the format writes it; or why it says nothing that could be written. */
export type CellRead =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'fault'; readonly sentence: Sentence; readonly args: SentenceArguments };

const words = {
  formula: {
    fr: 'une formule y est, dont le classeur ne donne pas le résultat : collez-en la valeur.',
    en: 'a formula is there, of which the workbook gives no result: paste its value.',
  },
  struck: {
    fr: 'des mots y sont barrés : effacez-les, ou enlevez la rature.',
    en: 'words are struck out there: delete them, or take the strike away.',
  },
  date: {
    fr: '« {text} » n’est pas une date du calendrier, ou peut en être deux (jour ou mois d’abord) : écrivez-la AAAA-MM-JJ.',
    en: '“{text}” is no date of the calendar, or may be two (day or month first): write it YYYY-MM-DD.',
  },
  word: {
    fr: '« {text} » n’est pas une valeur de « {field} » : choisissez parmi {allowed}.',
    en: '“{text}” is no value of “{field}”: choose among {allowed}.',
  },
} satisfies Record<string, Sentence>;

/**
 * Reads a cell that came back.
 * @param base what the cell said when the workbook was written, as the format writes it
 * @param locale in which the workbook was written
 */
export function readCell(field: Field, cell: ReturnedCell, base: string, locale: Locale): CellRead {
  const { text, fault } = cell;
  if (fault) return { kind: 'fault', sentence: words[fault], args: {} };
  if (isAsWritten(field, cell, base, locale)) return { kind: 'value', value: base };
  if (text === '') return { kind: 'value', value: '' };
  const kind = fieldKinds[field];
  if (kind.kind === 'text') return { kind: 'value', value: text };
  if (kind.kind === 'date') {
    const date = sheetDate(text, cell.order, cell.epoch);
    return date === undefined
      ? { kind: 'fault', sentence: words.date, args: { text: shorten(text, longest) } }
      : { kind: 'value', value: date };
  }
  const word = text.toLowerCase();
  const known = kind.words.find(([value, { fr, en }]) => [value, fr, en].some((one) => one.toLowerCase() === word));
  if (known) return { kind: 'value', value: known[0] };
  const said = field === 'travail' ? workSaid(text) : undefined;
  if (said?.kind === 'state') return { kind: 'value', value: said.state };
  const allowed = kind.words.map(([, label]) => label[locale]).join(', ');
  const args = { text: shorten(text, longest), field: say(fieldNames[field], locale), allowed };
  return { kind: 'fault', sentence: words.word, args };
}

/** Nobody touched it, whatever a program made of it: a text that looks like a number may have become one. */
function isAsWritten(
  field: Field,
  { text, isNumber, epoch, order }: ReturnedCell,
  base: string,
  locale: Locale,
): boolean {
  const shown = cellOf(field, base, locale);
  if (typeof shown === 'object') return sheetDate(text, order, epoch) === shown.date;
  if (baseForm(shown) === text) return true;
  return isNumber && base !== '' && Number(base.replace(',', '.')) === Number(text);
}
