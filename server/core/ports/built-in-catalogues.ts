import type { Catalogue } from '../catalogue/catalogue';
import type { Cancellation } from './cancellation';

/** The catalogues that come with the tool, read only when a dossier needs one. */
export interface BuiltInCatalogues {
  /** Undefined when no dispositif has this id. */
  load(dispositif: string, cancellation: Cancellation): Promise<Catalogue | undefined>;
}
