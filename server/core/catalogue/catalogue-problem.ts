import { say, type Locale, type Sentence, type SentenceArguments } from '../messages/say';
import type { OffsetRange } from '../text/offset-range';

/** Something wrong with a catalogue file. */
export interface CatalogueProblem {
  /** `error`: the catalogue can not be used. `warning`: it can, without what the problem is about. */
  readonly severity: 'error' | 'warning';
  readonly message: Sentence;
  /** Absent when the problem is about the whole file. */
  readonly range?: OffsetRange;
}

/** @returns the problem, with `args` put into its sentence; a function gives the arguments that differ by language. */
export function problem(
  severity: CatalogueProblem['severity'],
  sentence: Sentence,
  args: SentenceArguments | ((locale: Locale) => SentenceArguments),
  range?: OffsetRange,
): CatalogueProblem {
  const inLanguage = (locale: Locale): string =>
    say(sentence, locale, typeof args === 'function' ? args(locale) : args);
  const message = { fr: inLanguage('fr'), en: inLanguage('en') };
  return range === undefined ? { severity, message } : { severity, message, range };
}
