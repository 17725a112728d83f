import type { Catalogue } from '../../core/catalogue/catalogue';
import { closestIds } from '../../core/catalogue/closest-ids';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import type { CatalogueReading } from '../../core/catalogue/read-catalogue';
import { readDecodedCatalogue } from '../../core/catalogue/read-decoded-catalogue';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { decodeBytes } from '../files/decode-bytes';
import { readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';

export type LoadedCatalogue =
  | { readonly kind: 'file'; readonly catalogue: Catalogue; readonly bytes: Uint8Array }
  | { readonly kind: 'builtIn'; readonly catalogue: Catalogue }
  | { readonly kind: 'bad'; readonly problem: CatalogueReading['problems'][number] | undefined }
  /** Neither a file nor a dispositif that is known. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/**
 * A catalogue by the path of its file, or by the id of a dispositif for the built-in one. What looks like a path, or is
 * no known id, is read as a file: its errors are thrown as they are.
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
  const { bytes } = await readGuarded(resolvePath(reference), { mostBytes: mostTextBytes });
  throwIfCancelled(cancellation);
  const { catalogue, problems } = readDecodedCatalogue(decodeBytes(bytes));
  return catalogue ? { kind: 'file', catalogue, bytes } : { kind: 'bad', problem: problems[0] };
}
