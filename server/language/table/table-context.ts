import type { Locale } from '../../core/messages/say';
import type { PlacedThread } from '../../core/threads/place-threads';
import type { Places } from '../compliance/places';

/** What a table is put into words and places with. */
export interface TableContext {
  readonly locale: Locale;
  readonly places: Places;
  /** Threads of the dossier. */
  readonly threads?: readonly PlacedThread[];
}
