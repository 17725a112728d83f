import type { Locale } from './locale';
import { formatNumber, pluralOf } from './numbers';

/**
 * The same sentence in both languages.
 *
 * - `{name}` is replaced by the argument of that name, as it is: ids, paths, line numbers.
 * - `{name, number}` is replaced by the number as the language writes it: `1 234`.
 * - `{name, plural, one {# preuve manque} other {# preuves manquent}}` chooses by the grammatical number of the argument, and
 *   `#` is that number as the language writes it. `=0 {aucune preuve ne manque}` is for that value alone. A form may hold
 *   other arguments. This is the part of ICU MessageFormat that we need.
 */
export interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/** Values put into a sentence. */
export type SentenceArguments = Readonly<Record<string, string | number>>;

/** @returns the sentence in the locale, with its arguments; a name that has no argument stays as it is written. */
export function say(sentence: Sentence, locale: Locale, args: SentenceArguments = {}): string {
  return fill(sentence[locale], locale, args);
}

/** The same for a text that is in the locale already. */
export function fill(text: string, locale: Locale, args: SentenceArguments): string {
  if (!text.includes('{')) return text;
  if (!text.includes(', plural,')) return fillNames(text, locale, args);
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? fillNames(part, locale, args) : choose(part, locale, args)))
    .join('');
}

function fillNames(text: string, locale: Locale, args: SentenceArguments): string {
  return text.replace(/\{(\w+)(, number)?\}/g, (whole, name: string, asNumber?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return asNumber !== undefined && typeof value === 'number' ? formatNumber(value, locale) : String(value);
  });
}

/** A `{name, plural, …}`, with its forms by category (`one`, `other`) or value (`=0`). */
interface Plural {
  readonly name: string;
  readonly forms: ReadonlyMap<string, string>;
}

function choose({ name, forms }: Plural, locale: Locale, args: SentenceArguments): string {
  const value = args[name];
  const count = typeof value === 'number' ? value : undefined;
  const other = forms.get('other') ?? '';
  const form = count === undefined ? other : (forms.get(`=${count}`) ?? forms.get(pluralOf(count, locale)) ?? other);
  const figure = count === undefined ? `{${name}}` : formatNumber(count, locale);
  return fillNames(
    form.replaceAll('#', () => figure),
    locale,
    args,
  );
}

/** Parts of each sentence with plurals that was said: a report says the same ones thousands of times. */
const parts = new Map<string, readonly (string | Plural)[]>();

function partsOf(text: string): readonly (string | Plural)[] {
  let known = parts.get(text);
  if (known === undefined) {
    known = readParts(text);
    parts.set(text, known);
  }
  return known;
}

function readParts(text: string): readonly (string | Plural)[] {
  const found: (string | Plural)[] = [];
  let from = 0;
  for (const opening of text.matchAll(/\{(\w+), plural,/g)) {
    if (opening.index < from) continue;
    const end = closing(text, opening.index);
    found.push(text.slice(from, opening.index));
    found.push({ name: opening[1] ?? '', forms: formsOf(text.slice(opening.index + opening[0].length, end)) });
    from = end + 1;
  }
  found.push(text.slice(from));
  return found;
}

function formsOf(text: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  let at = 0;
  for (let brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', at)) {
    const end = closing(text, brace);
    forms.set(text.slice(at, brace).trim(), text.slice(brace + 1, end));
    at = end + 1;
  }
  return forms;
}

/** Where the brace that opens at `open` is closed; the end of the text when it is not. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
