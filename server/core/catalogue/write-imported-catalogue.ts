import type { Catalogue } from './catalogue';
import { fingerprintOfText } from './read-catalogue';
import { writeCatalogue } from './write-catalogue';

/** A catalogue as the import leaves it: with the fingerprint of its content, so that a change by hand shows. */
export function writeImportedCatalogue(catalogue: Catalogue): string {
  // Taken of what a reader gets: what is written and what is read are not always the same data.
  const fingerprint = fingerprintOfText(writeCatalogue(catalogue));
  return writeCatalogue(catalogue, [], fingerprint);
}
