import type { Followed } from '../../status/follow-up';
import type { Status } from '../../status/status';

/** What is left to be done in a dossier, by whom and by when. Stays in the house. */
export interface TaskList {
  /** Name of the dispositif, of the software, else of the file: whatever tells it apart. */
  readonly dossier: string;
  /** `YYYY-MM-DD`, Europe/Paris: what is late is late on that day. */
  readonly at: string;
  /** False where no catalogue says what is expected: no task then means nothing. */
  readonly isKnown: boolean;
  /** Of whom it is; absent for everybody. */
  readonly person?: string;
  /** What is not late is left out. */
  readonly onlyLate?: true;
  /** The soonest due first, then those without a day; in the order of the catalogue. */
  readonly tasks: readonly Task[];
  /** How many things are late: of a choice of which one is enough, one. */
  readonly late: number;
}

/** A proof that is still owed. */
export interface Task {
  /** The same in every list of the dossier. */
  readonly key: string;
  /** Ids of the catalogue. */
  readonly slot: { readonly requirement?: string; readonly scenario: string; readonly proof: string };
  /** Ids as printed. */
  readonly proof: string;
  readonly scenario: string;
  readonly requirement?: string;
  readonly chapter?: string;
  readonly expected: string;
  readonly status: Status;
  /** One is enough of all that say the same here. */
  readonly oneOf?: string;
  readonly follow: Followed;
  readonly late: boolean;
}
