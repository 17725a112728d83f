import type { ClientOptions } from '../../protocol/client-options';
import type { Locale } from '../core/messages/say';

/** Reads what a client sent as options or configuration; whatever is not as expected is left out. */
export function readOptions(value: unknown): ClientOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { langue, trusted, storagePath } = value as Record<string, unknown>;
  return {
    ...(langue === 'auto' || langue === 'fr' || langue === 'en' ? { langue } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...(typeof storagePath === 'string' && storagePath !== '' ? { storagePath } : {}),
  };
}

/** The language of everything the user reads: the one set, else the editor's when it is French or English, else French. */
export function languageOf(options: ClientOptions, locale: string | undefined): Locale {
  if (options.langue === 'fr' || options.langue === 'en') return options.langue;
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'fr';
}
