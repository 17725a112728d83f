/** Languages of everything a user reads. French is the field's language and the default. */
export type Locale = 'fr' | 'en';

/**
 * The one place that chooses between French and English.
 *
 * @param asked what the user set: `segurPreuves.langue`, `--lang`. Anything but `fr` and `en` (`auto`, nothing, a language
 *   that we do not speak) leaves the choice to `around`.
 * @param around the language of what the product runs in, such as `en-GB` or `fr_FR.UTF-8`.
 * @returns French unless English is asked for.
 */
export function resolveLocale(asked: string | undefined, around?: string): Locale {
  if (asked === 'fr' || asked === 'en') return asked;
  return around !== undefined && /^en(?![a-z])/i.test(around) ? 'en' : 'fr';
}
