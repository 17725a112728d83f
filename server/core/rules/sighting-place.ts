import type { Locale } from '../messages/say';

/** Where something was seen in a piece. */
interface Seen {
  /** Part, field or page, in words that need no translation. */
  readonly where?: string;
  /** 1-based. */
  readonly line?: number;
}

/** `what (PID-3, ligne 2)`, or `what` alone where no place is known. */
export function withPlace(what: string, { where, line }: Seen, locale: Locale): string {
  const at = [where, line === undefined ? undefined : `${locale === 'fr' ? 'ligne' : 'line'} ${line}`];
  const known = at.filter((part) => part !== undefined).join(', ');
  return known === '' ? what : `${what} (${known})`;
}
