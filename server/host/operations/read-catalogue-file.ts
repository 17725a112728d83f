import { adjustmentsBeside } from '../../core/catalogue/adjustments-file';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { readDecodedCatalogue } from '../../core/catalogue/read-decoded-catalogue';
import type { Sentence } from '../../core/messages/say';
import { adjustedBy } from '../../core/workspace/with-adjustments';
import { decodeBytes } from '../files/decode-bytes';
import { readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';
import { isAbsent } from './is-absent';

/** A catalogue's file as commands use it, with the overlay that lies beside it. */
export interface ReadCatalogue {
  /** What its users are asked for: with what the overlay says. */
  readonly catalogue: Catalogue;
  /** What the REM alone says. */
  readonly printed: Catalogue;
  readonly bytes: Uint8Array;
  /** Absent where no overlay lies beside it. */
  readonly overlay?: { readonly path: string; readonly bytes: Uint8Array };
}

export type CatalogueFileReading =
  | { readonly kind: 'file'; readonly file: ReadCatalogue }
  /** @property path of what is not readable: the catalogue or its overlay */
  | { readonly kind: 'bad'; readonly path: string; readonly message: Sentence | undefined };

/**
 * Reads a catalogue and its overlay. A broken overlay is an error, as it is for `check`: without it other proofs would be
 * asked for than the team knows.
 * @param path of the `*.rem.yaml`
 * @param overlayPath where the overlay is looked for; beside the catalogue by default
 * @throws UnreadableFile, or the system's error; never for an overlay that is not there
 */
export async function readCatalogueFile(
  path: string,
  overlayPath = adjustmentsBeside(path),
): Promise<CatalogueFileReading> {
  const { bytes } = await readGuarded(path, { mostBytes: mostTextBytes });
  const { catalogue: printed, problems } = readDecodedCatalogue(decodeBytes(bytes));
  if (!printed) return { kind: 'bad', path, message: problems[0]?.message };
  const overlayBytes = overlayPath === undefined ? undefined : await readIfThere(overlayPath);
  if (overlayPath === undefined || !overlayBytes) return { kind: 'file', file: { catalogue: printed, printed, bytes } };
  const adjusted = adjustedBy(printed, decodeBytes(overlayBytes));
  if (adjusted.kind === 'refused') return { kind: 'bad', path: overlayPath, message: adjusted.reason };
  const overlay = { path: overlayPath, bytes: overlayBytes };
  return { kind: 'file', file: { catalogue: adjusted.catalogue, printed, bytes, overlay } };
}

/** The bytes of a text file; undefined when there is none. @throws UnreadableFile, or the system's error */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return (await readGuarded(path, { mostBytes: mostTextBytes })).bytes;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
