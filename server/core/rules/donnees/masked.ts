import type { IdentifierSighting } from '../../evidence/inspection';
import type { Locale, SentenceArguments } from '../../messages/say';
import { clipList } from '../clip';
import { withPlace } from '../sighting-place';

/** Identifiers that a message shows. */
const mostShown = 3;

/** Sightings in the words of a message, each masked, with its place. */
export function maskedSightings(sightings: readonly IdentifierSighting[]): SentenceArguments {
  const inLanguage = (locale: Locale) =>
    clipList(
      sightings.map((sighting) => place(sighting, locale)),
      mostShown,
    );
  return { seenFr: inLanguage('fr'), seenEn: inLanguage('en') };
}

/** `279…89 (PID-3, ligne 2)`: enough to find it again, not enough to know whose it is. */
function place({ value, where, line }: IdentifierSighting, locale: Locale): string {
  const seen = { ...(where !== undefined && { where: maskedText(where) }), ...(line !== undefined && { line }) };
  return withPlace(masked(value), seen, locale);
}

function masked(value: string): string {
  return `${value.slice(0, 3)}…${value.slice(-2)}`;
}

/** A path or a name, in which a number that may be an INS is masked, in groups too. */
export function maskedText(text: string): string {
  return text.replace(
    /[1-478](?:[ .\u00a0\u202f_-]?\d){4}[ .\u00a0\u202f_-]?(?:\d[ .\u00a0\u202f_-]?\d|2[ABab])(?:[ .\u00a0\u202f_-]?\d){6,8}(?!\d)/g,
    masked,
  );
}
