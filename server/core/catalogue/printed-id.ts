import { say, type Locale, type Sentence } from '../messages/say';
import type { Catalogue } from './catalogue';

/** An entry of the catalogue. */
interface Printed {
  readonly id: string;
  readonly printedId?: string;
}

/** The id of an entry as its REM prints it: what ANS and Convergence know it by. */
export function printedId({ id, printedId: printed }: Printed): string {
  return printed ?? id;
}

const printedTwice: Sentence = {
  fr: 'identifiant imprimé deux fois dans le REM',
  en: 'id printed twice in the REM',
};
/** Of a proof that the team split (see apply-adjustments.ts). */
const isPart: Sentence = { fr: 'preuve séparée par un ajustement', en: 'proof split by an overlay' };

const labelled: Sentence = { fr: '{printed} ({note} ; ici {id})', en: '{printed} ({note}; here {id})' };

/** Why the printed id is not enough to know an entry by; undefined where it is. */
export function printedIdNote({ id, printedId: printed }: Printed): Sentence | undefined {
  if (printed === undefined) return undefined;
  return id.startsWith(`${printed}~`) ? printedTwice : isPart;
}

/** The printed id and, where others share it, why and which entry this one is. On one line. */
export function idLabel(entry: Printed, locale: Locale): string {
  const note = printedIdNote(entry);
  if (note === undefined) return entry.id;
  return say(labelled, locale, { printed: printedId(entry), note: say(note, locale), id: entry.id });
}

/** The printed ids of the entries whose id is another key, by that key; in the order of the catalogue. */
export function printedIds({ requirements, coreScenarios }: Catalogue): ReadonlyMap<string, string> {
  const scenarios = [...requirements.flatMap((one) => one.scenarios), ...coreScenarios];
  const entries = [...requirements, ...scenarios, ...scenarios.flatMap((one) => one.proofs)];
  return new Map(entries.flatMap(({ id, printedId: printed }) => (printed === undefined ? [] : [[id, printed]])));
}

/** Puts ids into the words of {@link idLabel}: those of the map with their printed id, others as they are. */
export function idLabeller(printed: ReadonlyMap<string, string>, locale: Locale): (id: string) => string {
  return (id) => {
    const of = printed.get(id);
    return of === undefined ? id : idLabel({ id, printedId: of }, locale);
  };
}
