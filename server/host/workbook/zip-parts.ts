import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { ArchiveError } from '../archive/archive-error';
import { memoryFile } from '../archive/memory-file';
import type { ZipEntry } from '../archive/zip-directory';
import { defaultZipLimits, ZipReader } from '../archive/zip-reader';
import { WorkbookError } from './workbook-error';

/** Bounds on what a workbook may unpack to: a few kilobytes must not become gigabytes in memory. */
export interface PartLimits {
  /** Uncompressed bytes of all the parts read together. */
  readonly totalBytes: number;
  /** Uncompressed / compressed bytes of one part, looked at above one mebibyte. XML of real workbooks stays under 50. */
  readonly ratio: number;
  readonly entries: number;
}

export const defaultPartLimits: PartLimits = { totalBytes: 256 * 2 ** 20, ratio: 200, entries: 10_000 };

/**
 * The parts of a zip package, inflated on demand. Every part is checked against its size and CRC, so a damaged workbook is
 * never read as if it were sound.
 */
export class ZipParts {
  readonly #zip: ZipReader;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #limits: PartLimits;
  #unpackedTotal = 0;

  private constructor(zip: ZipReader, limits: PartLimits) {
    this.#zip = zip;
    this.#entries = new Map(zip.entries.map((entry) => [partKey(entry.name), entry]));
    this.#limits = limits;
  }

  /** @throws WorkbookError when the bytes are no readable zip archive; CancelledError */
  static async open(bytes: Uint8Array, limits: PartLimits, cancellation: Cancellation): Promise<ZipParts> {
    // Only what is read counts: pictures are left where they are.
    const { entryBytes, totalBytes } = defaultZipLimits;
    const zip = await orWorkbookError(
      ZipReader.open(memoryFile(bytes), {
        limits: { entries: limits.entries, entryBytes, totalBytes },
        names: 'any',
        cancellation,
      }),
    );
    const parts = new ZipParts(zip, limits);
    // Of two parts of one name, one reader takes the first and another the last.
    if (parts.#entries.size !== zip.entries.length) throw new WorkbookError('archive-corrompue', { detail: 'ZIP' });
    // A part whose name was damaged would be taken for one that is not there.
    for (const entry of zip.entries) await orWorkbookError(zip.checkHeader(entry));
    return parts;
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /**
   * @returns the bytes of a part, or undefined when the package has no such part
   * @throws WorkbookError when the part is damaged or over the limits
   */
  async read(name: string, cancellation: Cancellation): Promise<Uint8Array | undefined> {
    throwIfCancelled(cancellation);
    const entry = this.#entries.get(partKey(name));
    if (entry === undefined) return undefined;
    if (entry.encrypted) throw new WorkbookError('classeur-chiffre');
    this.#checkSize(name, entry);
    const bytes = await orWorkbookError(this.#zip.read(entry, this.#limits.totalBytes, cancellation));
    this.#unpackedTotal += bytes.length;
    return bytes;
  }

  #checkSize(name: string, { size, compressedSize }: ZipEntry): void {
    if (this.#unpackedTotal + size > this.#limits.totalBytes) {
      throw new WorkbookError('trop-volumineux', { detail: `> ${Math.floor(this.#limits.totalBytes / 2 ** 20)} Mio` });
    }
    const ratio = size / Math.max(1, compressedSize);
    if (size > 2 ** 20 && ratio > this.#limits.ratio) {
      throw new WorkbookError('trop-volumineux', { detail: `${name}, × ${Math.round(ratio)}` });
    }
  }
}

async function orWorkbookError<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const code = error.code === 'limit-exceeded' ? 'trop-volumineux' : 'archive-corrompue';
    throw new WorkbookError(code, { detail: error.entry ?? 'ZIP' });
  }
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3), and some producers write `\` or a leading `/`. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
