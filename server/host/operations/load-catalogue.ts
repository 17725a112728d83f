import { adjustmentsEnd } from '../../core/catalogue/adjustments-file';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { closestIds } from '../../core/catalogue/closest-ids';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import type { Sentence } from '../../core/messages/say';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { readCatalogueFile, type CatalogueFileReading } from './read-catalogue-file';

export type LoadedCatalogue =
  | CatalogueFileReading
  | { readonly kind: 'builtIn'; readonly catalogue: Catalogue }
  /** Neither a file nor a dispositif that is known. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/**
 * A catalogue by the path of its file, or by the id of a dispositif for the built-in one. What looks like a path, or is
 * no known id, is read as a file, with the overlay beside it: its errors are thrown as they are.
 * @param resolvePath makes an absolute path of what the user wrote
 */
export async function loadCatalogue(
  reference: string,
  builtIns: BuiltInCatalogues,
  resolvePath: (path: string) => string,
  cancellation: Cancellation,
): Promise<LoadedCatalogue> {
  if (!/[./\\]/.test(reference)) {
    const catalogue = await builtIns.load(reference, cancellation);
    if (catalogue) return { kind: 'builtIn', catalogue };
    const ids = dispositifs.map(({ id }) => id);
    return { kind: 'unknown', near: closestIds(reference, ids) };
  }
  const read = await readCatalogueFile(resolvePath(reference));
  throwIfCancelled(cancellation);
  return read;
}

/**
 * Why a catalogue is not read, for a refusal.
 * @param reference as the user wrote it; the overlay beside it is named by its own path
 */
export function badCatalogue(
  reference: string,
  { path, message }: Extract<LoadedCatalogue, { readonly kind: 'bad' }>,
): { readonly kind: 'badCatalogue'; readonly reference: string; readonly message: Sentence | undefined } {
  return { kind: 'badCatalogue', reference: path.endsWith(adjustmentsEnd) ? path : reference, message };
}
