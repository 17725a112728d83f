import type { ClientOptions } from '../protocol/client-options';

export type Locale = 'fr' | 'en';

/**
 * The language of the product's messages.
 *
 * @param setting `segurPreuves.langue`; anything unknown counts as the default, French.
 * @param editor the editor's display language, such as `fr` or `en-GB`.
 */
export function resolveLanguage(setting: ClientOptions['langue'], editor: string): Locale {
  if (setting === 'en') return 'en';
  if (setting !== 'auto') return 'fr';
  return /^en\b/i.test(editor) ? 'en' : 'fr';
}
