import { join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { shippedCatalogue } from '../../core/catalogue/shipped-catalogue';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { readGuarded } from './guarded-file';
import { mostTextBytes } from './node-files';

/** Catalogues that ship as one JSON file for each dispositif, read when a dossier names it. */
export class ShippedCatalogues implements BuiltInCatalogues {
  /** @param folder `catalogues` beside the bundle */
  constructor(readonly folder: string) {}

  /** @throws the system's error when the file of a known dispositif is missing or broken: the installation is damaged */
  load(written: string, cancellation: Cancellation): Promise<Catalogue | undefined> {
    return shippedCatalogue(written, async (file) => {
      const { bytes } = await readGuarded(join(this.folder, file), { mostBytes: mostTextBytes });
      throwIfCancelled(cancellation);
      return bytes.toString('utf8');
    });
  }
}

/** The catalogues beside the running bundle. */
export function nodeBuiltInCatalogues(folder = join(__dirname, 'catalogues')): ShippedCatalogues {
  return new ShippedCatalogues(folder);
}
