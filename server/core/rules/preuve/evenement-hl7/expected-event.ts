import type { ResolvedProof } from '../../../dossier/dossier';

/** `A31`, `ADT^A47`, `ADT-A31`; not `A310`, `VA31`, `R01.A31x`. */
const event = /(?<![\p{L}\p{N}.])(?:ADT[\s^_~-]?)?(A\d{2})(?![\p{L}\p{N}.]?\d|\p{L})/gu;

/** What stands shortly before an event that is not asked for. */
const negation =
  /(?:autres? que|sans|pas (?:de|d['’]un)|hors|sauf|except[ée]|ni|au lieu (?:de|d['’]un)|avant le|après le)\s[^.;]{0,30}$/iu;

/**
 * The one event that the statement of a proof names, else its scenario; undefined when there is none, several, or one that
 * is named to be left out.
 */
export function expectedEvent({ proof, scenario }: ResolvedProof): string | undefined {
  const inStatement = eventsNamed([proof?.expected]);
  if (inStatement.length > 0) return only(inStatement);
  return only(eventsNamed([scenario?.name, scenario?.text, ...(scenario?.steps.map(({ text }) => text) ?? [])]));
}

function only(events: readonly (string | undefined)[]): string | undefined {
  const [first] = events;
  return events.every((one) => one === first) ? first : undefined;
}

/** Each event that is named; undefined stands for one that is negated. */
function eventsNamed(texts: readonly (string | undefined)[]): (string | undefined)[] {
  return texts.flatMap((text = '') =>
    [...text.matchAll(event)].map(({ 1: name, index }) =>
      negation.test(text.slice(Math.max(0, index - 60), index)) ? undefined : name,
    ),
  );
}
