import type { Locale } from '../core/messages/say';

/** `État : à fournir`, `State: to provide`. */
export function labelled(label: string, text: string, locale: Locale): string {
  return locale === 'fr' ? `${label} : ${text}` : `${label}: ${text}`;
}
