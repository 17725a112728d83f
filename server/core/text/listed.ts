import { say, type Locale, type Sentence } from '../messages/say';

const more: Sentence = { fr: '… ({count} en tout)', en: '… ({count} in all)' };

/** The first of some names, and how many there are when that is not all. */
export function listed(names: readonly string[], most: number, locale: Locale): string {
  const shown = names.slice(0, most);
  const rest = names.length > most ? [say(more, locale, { count: names.length })] : [];
  return [...shown, ...rest].join(', ');
}
