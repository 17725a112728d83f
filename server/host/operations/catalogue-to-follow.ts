import type { Catalogue } from '../../core/catalogue/catalogue';
import { closestIds } from '../../core/catalogue/closest-ids';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import type { Sentence } from '../../core/messages/say';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import type { Cancellation } from '../../core/ports/cancellation';
import { readForDossier } from './place-catalogue';
import type { ReadCatalogue } from './read-catalogue-file';

export interface CatalogueWish {
  /** Folder of the dossier, which may keep an overlay of the catalogue already. */
  readonly folder: string;
  /** Not needed beside a catalogue, which names its own. */
  readonly dispositif?: string;
  /** Path of an imported catalogue. */
  readonly catalogue?: string;
  readonly builtIns: BuiltInCatalogues;
  readonly cancellation: Cancellation;
}

export type CatalogueFound =
  | {
      readonly kind: 'found';
      readonly catalogue: Catalogue;
      /** What it was read from, if it was a file. */
      readonly file?: ReadCatalogue;
    }
  | { readonly kind: 'unknownDispositif'; readonly dispositif: string; readonly near: readonly string[] }
  /** Known, but no requirement of it is: the official workbook must be imported. */
  | { readonly kind: 'emptyDispositif'; readonly dispositif: string }
  /** The catalogue, or the overlay beside it, is not readable. */
  | { readonly kind: 'badCatalogue'; readonly path: string; readonly message: Sentence | undefined };

/** The catalogue that a new dossier is to follow. */
export async function catalogueToFollow(request: CatalogueWish): Promise<CatalogueFound> {
  if (request.catalogue !== undefined) {
    const read = await readForDossier(request.catalogue, request.folder);
    if (read.kind === 'bad') return { kind: 'badCatalogue', path: read.path, message: read.message };
    return { kind: 'found', catalogue: read.file.catalogue, file: read.file };
  }
  const id = request.dispositif ?? '';
  const catalogue = await request.builtIns.load(id, request.cancellation);
  if (!catalogue)
    return {
      kind: 'unknownDispositif',
      dispositif: id,
      near: closestIds(
        id,
        dispositifs.map((one) => one.id),
      ),
    };
  return catalogue.requirements.length === 0
    ? { kind: 'emptyDispositif', dispositif: id }
    : { kind: 'found', catalogue };
}
