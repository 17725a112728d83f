import { say, type Language, type Sentence } from '../messages/language';

/** An entry of the catalogue. */
interface Printed {
  readonly id: string;
  readonly printedId?: string;
}

/** The id of an entry as its REM prints it: what ANS and Convergence know it by. */
export function printedId({ id, printedId: printed }: Printed): string {
  return printed ?? id;
}

/** Says that a printed id is not enough to know the entry by. */
export const printedTwice: Sentence = {
  fr: 'identifiant imprimé deux fois dans le REM',
  en: 'id printed twice in the REM',
};

const labelled: Sentence = { fr: '{printed} ({note} ; ici {id})', en: '{printed} ({note}; here {id})' };

/** The printed id and, where others share it, that it is so and which entry this one is. On one line. */
export function idLabel(entry: Printed, language: Language): string {
  if (entry.printedId === undefined) return entry.id;
  return say(labelled, language, { printed: entry.printedId, note: say(printedTwice, language), id: entry.id });
}
