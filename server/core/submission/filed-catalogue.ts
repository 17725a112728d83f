import { fileName, withoutFolders } from '../catalogue/source-name';
import { writeCatalogue } from '../catalogue/write-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import type { Dossier } from '../dossier/dossier';

/**
 * The catalogue that a dossier was measured against, as a file: written anew from what was read of it, so that it holds the
 * keys of its own format alone, no comment and no folder of the machine. Undefined when there was none.
 */
export function filedCatalogue({ catalogue }: Pick<Dossier, 'catalogue'>): string | undefined {
  return catalogue.kind === 'loaded' ? writeCatalogue(named(catalogue.catalogue)) : undefined;
}

/** The overlay that the catalogue was adjusted by, as a file; undefined without one. */
export function filedAdjustments({ catalogue }: Pick<Dossier, 'catalogue'>): string | undefined {
  return catalogue.kind === 'loaded' ? catalogue.adjustments?.filed : undefined;
}

function named(catalogue: Catalogue): Catalogue {
  const { imported, source, requirements } = catalogue;
  return {
    ...catalogue,
    ...(source === undefined ? {} : { source: withoutFolders(source) }),
    ...(imported ? { imported: { ...imported, file: fileName(imported.file) } } : {}),
    requirements: requirements.map((one) =>
      one.source === undefined ? one : { ...one, source: withoutFolders(one.source) },
    ),
  };
}
