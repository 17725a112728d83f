/** Languages of everything a user reads. French is the field's language and the default. */
export type Locale = 'fr' | 'en';

/** The same sentence in both languages. `{name}` is replaced by the argument of that name. */
export interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/** Values put into a sentence. */
export type SentenceArguments = Readonly<Record<string, string | number>>;

/** @returns the sentence in `language`, with its `{names}` replaced; an unknown name stays as it is written. */
export function say(sentence: Sentence, locale: Locale, args: SentenceArguments = {}): string {
  return sentence[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : String(value);
  });
}
