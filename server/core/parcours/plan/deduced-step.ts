import type { Sentence } from '../../messages/say';
import type { Moment } from '../../time/moment';

/** Where a step stands as other sections of the dossier tell it; what `parcours` says of the step always wins. */
export interface DeducedStep {
  readonly state: 'en cours' | 'faite';
  /** Key of the section that tells it, or `preuves` for the evidence. */
  readonly from: string;
  /** Why, in a few words: `1 agrément sur 2 obtenu`. */
  readonly why: Sentence;
  /** Only that it has begun is certain: a later step that is over may still tell that it is done. */
  readonly atLeast?: true;
  readonly startedOn?: Moment;
  readonly doneOn?: Moment;
}
