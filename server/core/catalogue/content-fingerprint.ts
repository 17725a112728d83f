import type { CatalogueFile } from './catalogue-file';
import { fnv1a } from './fingerprint';

/**
 * Fingerprint of all that a catalogue file says, but for this fingerprint itself: the import writes it, so that a change by
 * hand shows. Comments, layout and line ends do not count. It tells a slip or a forgotten edit, not a forgery: who writes
 * the file can write the fingerprint too.
 * @param file plain data, keys in the order of the file
 * @returns eight lower-case hexadecimal digits
 */
export function contentFingerprint(file: CatalogueFile): string {
  const { importe, ...rest } = file;
  const from = importe && { fichier: importe.fichier, feuilles: importe.feuilles, sha256: importe.sha256 };
  return fnv1a(JSON.stringify([from, rest]))
    .toString(16)
    .padStart(8, '0');
}
