import type { Catalogue } from './catalogue';
import { currentDispositif } from './current-dispositif';
import { dispositifs } from './dispositifs.generated';
import { readCatalogueJson } from './read-catalogue';

/**
 * A catalogue that ships as the file of its dispositif.
 * @param written id of the dispositif, as a dossier has it
 * @param read the text of a file of the folder of catalogues, by its name
 * @returns undefined when no dispositif has this id
 */
export async function shippedCatalogue(
  written: string,
  read: (file: string) => Promise<string>,
): Promise<Catalogue | undefined> {
  const dispositif = currentDispositif(written);
  // Only a listed id becomes a path.
  if (!dispositifs.some(({ id }) => id === dispositif)) return undefined;
  return readCatalogueJson(JSON.parse(await read(`${dispositif}.json`))).catalogue;
}
