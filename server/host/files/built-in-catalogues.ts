import { join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { currentDispositif } from '../../core/catalogue/current-dispositif';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { readCatalogueJson } from '../../core/catalogue/read-catalogue';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { readGuarded } from './guarded-file';
import { mostTextBytes } from './node-files';

/** Catalogues that ship as one JSON file for each dispositif, read when a dossier names it. */
export class ShippedCatalogues implements BuiltInCatalogues {
  /** @param folder `catalogues` beside the bundle */
  constructor(readonly folder: string) {}

  /** @throws the system's error when the file of a known dispositif is missing or broken: the installation is damaged */
  async load(written: string, cancellation: Cancellation): Promise<Catalogue | undefined> {
    const dispositif = currentDispositif(written);
    // Only a listed id becomes a path.
    if (!dispositifs.some(({ id }) => id === dispositif)) return undefined;
    const { bytes } = await readGuarded(join(this.folder, `${dispositif}.json`), { mostBytes: mostTextBytes });
    throwIfCancelled(cancellation);
    return readCatalogueJson(JSON.parse(bytes.toString('utf8'))).catalogue;
  }
}

/** The catalogues beside the running bundle. */
export function nodeBuiltInCatalogues(folder = join(__dirname, 'catalogues')): ShippedCatalogues {
  return new ShippedCatalogues(folder);
}
