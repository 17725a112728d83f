import type { Regime } from '../regimes/regime';
import type { JourneyDelay, JourneyDispositif, JourneySource, MovedAddress } from '../manifest/journey';

/** Somebody read a fact at its source. */
export interface Verification {
  /** Id of the fact: `MDV-LGC-Va2/avance`, `delai/eligibilite_ans`, `source/roadmap`… */
  readonly fait: string;
  /** What they read there. It verifies the fact only where it is the same. */
  readonly valeur: string;
  /** `YYYY-MM-DD` */
  readonly verifie_le: string;
  readonly par: string;
}

/** A data package of a team, as the file holds it (`schemas/faits.schema.json`). What it holds stands in the place of what ships. */
export interface FactsFile {
  readonly version: string;
  /** Who makes it. */
  readonly origine: string;
  readonly sources?: readonly JourneySource[];
  readonly delais?: readonly JourneyDelay[];
  readonly dispositifs?: readonly JourneyDispositif[];
  readonly adresses?: readonly MovedAddress[];
  readonly regimes?: readonly Regime[];
  readonly verifications?: readonly Verification[];
}
