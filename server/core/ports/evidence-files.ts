import type { EvidenceFile } from '../evidence/evidence-file';
import type { Cancellation } from './cancellation';

/** What the host knows of the evidence on disk. Looking never touches the disk: typing must not wait for it. */
export interface EvidenceFiles {
  /**
   * Facts of one evidence file, or undefined while they are not known yet.
   * @param rootUri folder of the dossier's main manifest
   * @param path path relative to it, `/` separated, already known to be safe
   */
  lookup(rootUri: string, path: string): EvidenceFile | undefined;
  /** Gathers the facts of these files (from the persistent cache when nothing changed). */
  scan(rootUri: string, paths: readonly string[], token: Cancellation): Promise<void>;
}
