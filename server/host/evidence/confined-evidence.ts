import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CommonFolder } from '../../core/ports/evidence-files';
import { systemCode } from '../archive/system-error';
import { isWithin } from '../files/confined-files';
import { NodeEvidenceFiles, type NodeEvidenceOptions } from './node-evidence-files';

/**
 * Facts about evidence where nothing out of some folders is read. The pieces of a dossier lie in its folder, links followed;
 * what a dossier or its configuration names beside it, schemas and the common folder of a portfolio, has to be in them too.
 */
export class ConfinedEvidence extends NodeEvidenceFiles {
  /** @param folders absolute, past all links */
  constructor(
    options: NodeEvidenceOptions,
    readonly folders: readonly string[],
  ) {
    super(options);
  }

  override controlCda(rootUri: string, folderUri: string | undefined): void {
    super.controlCda(rootUri, folderUri !== undefined && this.#holds(folderUri) ? folderUri : undefined);
  }

  override commonFolder(rootUri: string, folder: CommonFolder | undefined): void {
    super.commonFolder(
      rootUri,
      folder && this.#holds(folder.folderUri) && this.#holds(folder.withinUri) ? folder : undefined,
    );
  }

  #holds(folderUri: string): boolean {
    if (!folderUri.startsWith('file:')) return false;
    try {
      return isWithin(this.folders, realpathSync(fileURLToPath(folderUri)));
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return false;
    }
  }
}
