import type { Catalogue } from './catalogue';

/** What is said of a dispositif without reading its catalogue. */
export interface DispositifSummary {
  readonly id: string;
  readonly name: string;
  readonly corridor: string;
  readonly wave: number;
  /** False where the id follows the pattern but was not read in an official text. */
  readonly idSeen: boolean;
  readonly state: Catalogue['state'];
  /** Numbers of entries of the built-in catalogue. */
  readonly requirements: number;
  readonly scenarios: number;
  readonly proofs: number;
  /** Profiles that its requirements use. */
  readonly profiles: readonly string[];
  /** Official document of the dispositif, when its reference is known. */
  readonly document?: string;
  readonly note?: string;
  /** Where the dispositif is described. */
  readonly source: string;
  /** Ids under which the tool offered it before its own was known: read, and never offered. */
  readonly formerIds?: readonly string[];
}
