import { rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { adjustmentsBeside } from '../../core/catalogue/adjustments-file';
import { readCatalogueFile, readIfThere, type ReadCatalogue, type CatalogueFileReading } from './read-catalogue-file';
import type { MadeFolders } from './made-folders';
import { writeText } from './write-text';

/** A file that a dossier has to be given; its path is relative to the dossier's folder, `/` separated. */
export interface CatalogueCopy {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type CataloguePlace =
  /** `path` as the manifest says it. `copies`: the catalogue and its overlay, those that are not there yet. */
  | { readonly kind: 'placed'; readonly path: string; readonly copies: readonly CatalogueCopy[] }
  /** Another file has the name that a copy would have. */
  | { readonly kind: 'exists'; readonly path: string };

/**
 * Reads the catalogue of a dossier, with the overlay that it will have there: that beside the file, else one that the
 * dossier keeps already under the name of the copy.
 * @param file absolute path of the catalogue
 * @throws as {@link readCatalogueFile}
 */
export async function readForDossier(file: string, folder: string): Promise<CatalogueFileReading> {
  const read = await readCatalogueFile(file);
  if (read.kind === 'bad' || read.file.overlay || insideOf(folder, file) !== undefined) return read;
  return readCatalogueFile(file, adjustmentsBeside(join(folder, copyPath(file))));
}

/** Where the catalogue is for the dossier: under its folder, or to be copied into its `rem/` with its overlay. */
export async function placeCatalogue(
  file: string,
  { bytes, overlay }: Pick<ReadCatalogue, 'bytes' | 'overlay'>,
  folder: string,
): Promise<CataloguePlace> {
  const inside = insideOf(folder, file);
  if (inside !== undefined) return { kind: 'placed', path: inside, copies: [] };
  const path = copyPath(file);
  const overlayPath = adjustmentsBeside(path);
  const wanted: CatalogueCopy[] = [{ path, bytes }];
  if (overlay && overlayPath !== undefined) wanted.push({ path: overlayPath, bytes: overlay.bytes });
  const copies: CatalogueCopy[] = [];
  for (const copy of wanted) {
    const there = await readIfThere(join(folder, copy.path));
    if (!there) copies.push(copy);
    else if (!there.equals(copy.bytes)) return { kind: 'exists', path: copy.path };
  }
  return { kind: 'placed', path, copies };
}

/**
 * Writes copies that are not there; on any error none of them is left.
 * @param folders takes note of those that are made
 * @throws the system's error
 */
export async function writeCopies(
  folder: string,
  copies: readonly CatalogueCopy[],
  folders: MadeFolders,
): Promise<void> {
  const written: CatalogueCopy[] = [];
  try {
    for (const copy of copies) {
      const target = join(folder, copy.path);
      await folders.make(dirname(target));
      await writeText(target, copy.bytes, { exclusive: true });
      written.push(copy);
    }
  } catch (error) {
    await removeCopies(folder, written);
    throw error;
  }
}

export async function removeCopies(folder: string, copies: readonly CatalogueCopy[]): Promise<void> {
  for (const { path } of copies) await rm(join(folder, path), { force: true });
}

function copyPath(file: string): string {
  return `rem/${basename(file)}`;
}

/** The path relative to the folder, `/` separated; undefined for a file that is not under it. */
function insideOf(folder: string, file: string): string | undefined {
  const inside = relative(resolve(folder), resolve(file));
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : inside.split(sep).join('/');
}
