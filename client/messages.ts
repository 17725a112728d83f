import type { Locale } from '../words/locale';
import { english } from './messages-en';
import { french } from './messages-fr';

/** Every sentence of the client; French is the reference, and the compiler asks each language for all of them. */
export type Messages = typeof french;

const tables: Readonly<Record<Locale, Messages>> = { fr: french, en: english };

/** The sentences of a language. */
export function messagesFor(locale: Locale): Messages {
  return tables[locale];
}
