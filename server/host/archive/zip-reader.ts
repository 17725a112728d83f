import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { ArchiveError } from './archive-error';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { ReadableFile } from './file-operations';
import { decodeEntryName } from './entry-name-charset';
import { inflateChunks } from './inflate-chunks';
import { chunkBuffers, chunkBytes, readChunks, type ChunkBuffers } from './read-chunks';
import { readExactly } from './read-exactly';
import { systemCode } from './system-error';
import { parseDirectory, readZip64, type EntryNamesRule, type ZipEntry, type ZipLimits } from './zip-directory';
import { windowed } from './windowed-file';
import { findDirectory } from './zip-end-record';
import { zip } from './zip-format';

/** Wide enough for any real dossier, and for what a machine can hold of a hostile one. */
export const defaultZipLimits: ZipLimits = {
  entries: 200_000,
  entryBytes: 64 * 2 ** 30,
  totalBytes: 256 * 2 ** 30,
  directoryBytes: 64 * 2 ** 20,
};

/** What the bytes of an entry are. */
export interface EntryDigest {
  /** Bytes. */
  readonly size: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Unsigned. */
  readonly crc32: number;
}

/** How to open an archive. */
export interface ZipReaderOptions {
  readonly limits?: Partial<ZipLimits>;
  /** `safe` when not given. */
  readonly names?: EntryNamesRule;
  readonly cancellation?: Cancellation;
}

/**
 * An archive opened for reading. Names, types, sizes and places of all entries were checked; content is checked as it
 * is read. Every error on a damaged or hostile archive is an {@link ArchiveError}. The file must not be written meanwhile.
 */
export class ZipReader {
  readonly entries: readonly ZipEntry[];
  /** Of the archive as a whole, empty when it has none. */
  readonly comment: string;
  readonly #file: ReadableFile;
  #spare: ChunkBuffers | undefined;

  private constructor(file: ReadableFile, entries: readonly ZipEntry[], comment: string) {
    this.#file = file;
    this.comment = comment;
    this.entries = entries;
  }

  /**
   * Reads the central directory of an open file, which the caller closes when done with the reader.
   * @throws ArchiveError `not-a-zip`, `truncated`, `corrupt`, `unsupported`, `unsafe-name`, `unsafe-entry`,
   * `duplicate-name`, `limit-exceeded` or `io-error`; CancelledError.
   */
  static async open(file: ReadableFile, options: ZipReaderOptions = {}): Promise<ZipReader> {
    const limits = { ...defaultZipLimits, ...options.limits };
    throwIfCancelled(options.cancellation ?? neverCancelled);
    const guarded = guardedFile(windowed(file));
    const location = await findDirectory(guarded, await guarded.size());
    if (location.entries > limits.entries || location.bytes > limits.directoryBytes) {
      throw new ArchiveError('limit-exceeded', 'The archive has too many entries');
    }
    throwIfCancelled(options.cancellation ?? neverCancelled);
    const directory = await readExactly(guarded, location.offset, location.bytes);
    const comment = decodeEntryName(location.comment, false) ?? '';
    return new ZipReader(guarded, parseDirectory(directory, location, limits, options.names), comment);
  }

  /**
   * The content of an entry, chunk by chunk. A chunk holds until the next one is asked for. Sizes are enforced; the
   * CRC is for {@link digest} and {@link read}.
   * @throws ArchiveError `corrupt`, `truncated`, `unsupported` or `io-error`; CancelledError.
   */
  async *stream(
    entry: ZipEntry,
    cancellation: Cancellation = neverCancelled,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    throwIfCancelled(cancellation);
    if (entry.method === 'unsupported' || entry.encrypted) {
      const why = entry.encrypted ? 'The entry is encrypted' : 'Unknown compression';
      throw new ArchiveError('unsupported', `${why}: ${entry.name}`, { entry: entry.name });
    }
    const start = await this.#dataStart(entry);
    const full = entry.compressedSize >= chunkBytes;
    const buffers = full ? (this.#spare ?? chunkBuffers()) : chunkBuffers(Math.max(1, entry.compressedSize));
    // Another stream that starts meanwhile gets buffers of its own.
    if (full) this.#spare = undefined;
    try {
      const raw = readChunks(this.#file, start, entry.compressedSize, buffers, cancellation);
      let given = 0;
      for await (const chunk of entry.method === 'stored'
        ? raw
        : inflateChunks(raw, entry.compressedSize, entry.size, entry.name)) {
        throwIfCancelled(cancellation);
        given += chunk.length;
        yield chunk;
      }
      if (given !== entry.size) {
        throw new ArchiveError('truncated', `The entry ends too early: ${entry.name}`, { entry: entry.name });
      }
    } finally {
      if (full) this.#spare = buffers;
    }
  }

  /**
   * Reads an entry to its end and says what it is. `onChunk` is told the bytes of each chunk of content.
   * @throws ArchiveError as {@link stream}, and `corrupt` when the CRC is not the one the archive gives.
   */
  async digest(
    entry: ZipEntry,
    cancellation: Cancellation = neverCancelled,
    onChunk?: (bytes: number) => void,
  ): Promise<EntryDigest> {
    const sha256 = createHash('sha256');
    const crc = await this.#checked(entry, cancellation, (chunk) => {
      sha256.update(chunk);
      onChunk?.(chunk.length);
    });
    return { size: entry.size, sha256: sha256.digest('hex'), crc32: crc };
  }

  /**
   * The whole content of a small entry, checked by its CRC.
   * @throws ArchiveError as {@link digest}, and `limit-exceeded` when it is larger than `maxBytes`.
   */
  async read(entry: ZipEntry, maxBytes: number, cancellation: Cancellation = neverCancelled): Promise<Uint8Array> {
    if (entry.size > maxBytes) {
      throw new ArchiveError('limit-exceeded', `The entry is too large: ${entry.name}`, { entry: entry.name });
    }
    const parts: Buffer[] = [];
    await this.#checked(entry, cancellation, (chunk) => parts.push(Buffer.from(chunk)));
    return Buffer.concat(parts);
  }

  async #checked(entry: ZipEntry, cancellation: Cancellation, use: (chunk: Uint8Array) => unknown): Promise<number> {
    let crc = 0;
    for await (const chunk of this.stream(entry, cancellation)) {
      crc = crc32(chunk, crc);
      use(chunk);
    }
    if (crc !== entry.crc32) {
      throw new ArchiveError('corrupt', `The CRC does not match: ${entry.name}`, { entry: entry.name });
    }
    return crc;
  }

  /**
   * Whether the directory and the entry's own header say the same. Reading an entry looks for itself; this is for who needs
   * to know that no name was changed before it is looked up.
   * @throws ArchiveError `corrupt` or `io-error`
   */
  async checkHeader(entry: ZipEntry): Promise<void> {
    if (entry.method !== 'unsupported') await this.#dataStart(entry);
  }

  /** Where the content starts, once the local header has said the same as the central directory. */
  async #dataStart(entry: ZipEntry): Promise<number> {
    const nameEnd = zip.localBytes + entry.nameBytes.length;
    const header = await readExactly(this.#file, entry.offset, nameEnd);
    const damaged = (): ArchiveError =>
      new ArchiveError('corrupt', `The local header does not match: ${entry.name}`, { entry: entry.name });
    const code = header.readUInt16LE(8);
    const sameMethod = code === (entry.method === 'stored' ? zip.stored : zip.deflated);
    const sameName =
      header.readUInt16LE(26) === entry.nameBytes.length && header.subarray(zip.localBytes).equals(entry.nameBytes);
    const sameDescriptor = ((header.readUInt16LE(6) & zip.flagDescriptor) !== 0) === entry.descriptor;
    if (header.readUInt32LE(0) !== zip.localSignature || !sameMethod || !sameName || !sameDescriptor) throw damaged();

    const extraBytes = header.readUInt16LE(28);
    const start = entry.offset + nameEnd + extraBytes;
    if (start + entry.compressedSize > entry.limit) throw damaged();
    if (!entry.descriptor) {
      const extra = await readExactly(this.#file, entry.offset + nameEnd, extraBytes);
      const plain = { size: header.readUInt32LE(22), compressedSize: header.readUInt32LE(18), offset: 0 };
      const local = readZip64(extra, plain, entry.name);
      const same =
        local.size === entry.size &&
        local.compressedSize === entry.compressedSize &&
        header.readUInt32LE(14) === entry.crc32;
      if (!same) throw damaged();
    }
    return start;
  }
}

/** Gives the system's reading errors their stable code. */
function guardedFile(file: ReadableFile): ReadableFile {
  const guard = async <T>(step: Promise<T>): Promise<T> => {
    try {
      return await step;
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      throw new ArchiveError('io-error', `Cannot read the archive: ${code}`, { cause: error });
    }
  };
  return { read: (buffer, position) => guard(file.read(buffer, position)), size: () => guard(file.size()) };
}
