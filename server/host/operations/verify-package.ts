import { neverCancelled, type Cancellation } from '../../core/ports/cancellation';
import { isBagText, verifyBag, type BagFile, type BagReport } from '../../core/submission/verify-bag';
import { ArchiveError } from '../archive/archive-error';
import { openFileOf } from '../archive/node-file-operations';
import type { ZipEntry } from '../archive/zip-directory';
import { defaultZipLimits, ZipReader } from '../archive/zip-reader';
import { openGuarded } from '../files/guarded-file';
import { sha256Of } from '../files/digest-of';

export interface VerifyRequest {
  /** Path of the package. */
  readonly path: string;
  readonly cancellation?: Cancellation;
  /** Told the bytes of content read so far, and how many there are. */
  readonly onProgress?: (bytes: number, total: number) => void;
}

export type VerifyOutcome =
  | { readonly kind: 'read'; readonly report: BagReport; readonly files: number; readonly bytes: number }
  /** No archive, or one that is damaged or hostile: nothing of it was used. */
  | { readonly kind: 'refused'; readonly error: ArchiveError };

/** A package is stored, perhaps compressed again by someone: what grows more than this is no package but a bomb. */
const mostGrowth = 20;
const alwaysAllowed = 2 ** 30;
/** Texts are held in memory. The largest REM that can be imported takes 32 MiB. */
const mostTextBytes = 32 * 2 ** 20;
const mostTextsBytes = 128 * 2 ** 20;

/**
 * Reads a package to its end and checks it. Nothing is unpacked.
 * @throws ArchiveError `io-error`, UnreadableFile or the system's error when the file cannot be opened, CancelledError
 */
export async function verifyPackage(request: VerifyRequest): Promise<VerifyOutcome> {
  const cancellation = request.cancellation ?? neverCancelled;
  const { handle } = await openGuarded(request.path);
  try {
    const file = openFileOf(handle);
    const totalBytes = Math.min(defaultZipLimits.totalBytes, Math.max(alwaysAllowed, mostGrowth * (await file.size())));
    const reader = await ZipReader.open(file, { cancellation, limits: { totalBytes } });
    const content = new ContentReader(reader, request, cancellation);
    await content.readAll();
    const report = verifyBag({ files: content.files, text: (name) => content.texts.get(name) });
    return { kind: 'read', report, files: content.files.length, bytes: content.bytes };
  } catch (error) {
    if (error instanceof ArchiveError && error.code !== 'io-error') return { kind: 'refused', error };
    throw error;
  } finally {
    await handle.close();
  }
}

class ContentReader {
  readonly files: BagFile[] = [];
  readonly texts = new Map<string, string>();
  bytes = 0;
  #textBytes = 0;
  readonly #total: number;

  constructor(
    readonly reader: ZipReader,
    readonly request: VerifyRequest,
    readonly cancellation: Cancellation,
  ) {
    this.#total = reader.entries.reduce((sum, entry) => sum + entry.size, 0);
  }

  async readAll(): Promise<void> {
    for (const entry of this.reader.entries) {
      if (entry.directory) continue;
      this.files.push({ name: entry.name, size: entry.size, sha256: await this.#digest(entry) });
      this.bytes += entry.size;
    }
  }

  /** @returns undefined when the content is damaged */
  async #digest(entry: ZipEntry): Promise<string | undefined> {
    try {
      if (isBagText(entry.name) && entry.size <= mostTextBytes && this.#textBytes + entry.size <= mostTextsBytes) {
        const bytes = await this.reader.read(entry, mostTextBytes, this.cancellation);
        this.#keepText(entry.name, bytes);
        return sha256Of(bytes);
      }
      let done = 0;
      const { sha256 } = await this.reader.digest(entry, this.cancellation, (chunk) => {
        done += chunk;
        this.request.onProgress?.(this.bytes + done, this.#total);
      });
      return sha256;
    } catch (error) {
      if (error instanceof ArchiveError && error.code !== 'io-error') return undefined;
      throw error;
    }
  }

  #keepText(name: string, bytes: Uint8Array): void {
    this.#textBytes += bytes.length;
    try {
      this.texts.set(name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch (error) {
      // A TypeError is how the decoder says that the bytes are not UTF-8: the file has no text.
      if (!(error instanceof TypeError)) throw error;
    }
  }
}
