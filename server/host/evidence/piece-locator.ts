import { fileURLToPath } from 'node:url';
import type { PieceFolders } from '../../core/dossier/piece-uri';
import { commonPath, commonPrefix } from '../../core/evidence/evidence-path';
import { Locator, type Location } from './locate';

/** A path, and the folder that it starts from. */
export interface PlacedPath {
  readonly locator: Locator;
  /** In that folder. */
  readonly path: string;
}

/** Finds the pieces of a dossier on disk: in its folder, or in the common folder of its portfolio. One object serves one scan. */
export class PieceLocator {
  readonly #own: Locator;
  readonly #common: Locator | undefined;

  constructor({ rootUri, common }: PieceFolders) {
    this.#own = new Locator(fileURLToPath(rootUri));
    this.#common =
      common && common.folderUri.startsWith('file:')
        ? new Locator(fileURLToPath(common.folderUri), fileURLToPath(common.withinUri))
        : undefined;
  }

  /** @param path in its normal form @returns undefined for a piece of a common folder that is not known */
  at(path: string): PlacedPath | undefined {
    const shared = commonPath(path);
    if (shared === undefined) return { locator: this.#own, path };
    return this.#common && { locator: this.#common, path: shared };
  }

  /** Where a piece is. @param path in its normal form */
  async locate(path: string): Promise<Location> {
    const placed = this.at(path);
    if (!placed) return { kind: 'not', fact: { state: 'absent' } };
    const location = await placed.locator.locate(placed.path);
    if (location.kind === 'not' || location.nameOnDisk === undefined || placed.path === path) return location;
    return { ...location, nameOnDisk: `${commonPrefix}${location.nameOnDisk}` };
  }
}
