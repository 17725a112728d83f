import { say, type Locale, type Sentence } from '../messages/say';
import { shownHidden } from '../text/hidden-characters';
import type { CellRefusal } from './cell-refusal';
import type { CellsOutcome, RefusedCell } from './write-cells';

const whole: Sentence = {
  fr: 'Rien n’est écrit : {count, plural, one {une valeur ne convient pas} other {# valeurs ne conviennent pas}}. {first}',
  en: 'Nothing is written: {count, plural, one {one value does not fit} other {# values do not fit}}. {first}',
};

/** Why the cells of a dossier can not be written now. */
export function readOnlyWords(reason: CellRefusal, locale: Locale): string {
  return refusalText(reason, locale);
}

/** What is said of cells that can not be written: of each, and of all together. */
export function refusalWords(
  refused: readonly RefusedCell[],
  locale: Locale,
): { readonly message: string; readonly cells: readonly { readonly cell: number; readonly message: string }[] } {
  const cells = refused.map(({ cell, refusal }) => ({ cell, message: refusalText(refusal, locale) }));
  const first = cells.slice(0, 1).map(({ message }) => message);
  return { message: say(whole, locale, { count: cells.length, first: first.join('') }), cells };
}

/** Why cells were not written, in one text. */
export function notWrittenWords(outcome: Exclude<CellsOutcome, { readonly kind: 'planned' }>, locale: Locale): string {
  return outcome.kind === 'readOnly'
    ? readOnlyWords(outcome.reason, locale)
    : refusalWords(outcome.cells, locale).message;
}

/** Why one cell can not be written. */
export function refusalText({ sentence, args = {} }: CellRefusal, locale: Locale): string {
  // What was typed must not turn the sentence around it.
  const shown = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? shownHidden(value) : value,
  ]);
  return say(sentence, locale, Object.fromEntries(shown) as NonNullable<CellRefusal['args']>);
}
