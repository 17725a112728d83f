import type { Dossier } from '../dossier/dossier';
import type { EntryValue } from '../dossier/entry-pages';
import type { EntryContext, Note, Placed, ReportIn, Rule, WholeContext } from './rule';

/** The two halves of a rule about a whole dossier: what it notes of each entry, and what it makes of all the notes. */
export interface NoteTaking<T extends Note> {
  readonly notes: (entry: EntryValue, context: EntryContext) => readonly T[];
  readonly noted: (notes: readonly Placed<T>[], dossier: Dossier, report: ReportIn, context: WholeContext) => void;
}

/** Both callbacks of a rule, so that its notes are of one type. */
export function taking<T extends Note>({ notes, noted }: NoteTaking<T>): Required<Pick<Rule, 'notes' | 'noted'>> {
  return {
    notes,
    // The engine gives a rule its own notes only: they are of the type that it made them of.
    noted: (all, ...rest) => {
      noted(all as readonly Placed<T>[], ...rest);
    },
  };
}
