import { ArchiveError, EvidenceChangedError } from './archive-error';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { crc32 } from 'node:zlib';
import { DigestThread } from './digest-thread';
import { dosDateTime, type DosDateTime } from './dos-date-time';
import { EntryNames } from './entry-name';
import type { SourceFiles, FileStatus, WritableFile } from './file-operations';
import { isInside } from '../files/guarded-file';
import { BackgroundSteps } from './background-steps';
import { chunkBuffers, chunkBytes, readChunks } from './read-chunks';
import { evidenceError, systemCode } from './system-error';
import { centralHeader, endRecords, localHeader, localHeaderBytes, zip64WhereNeeded } from './zip-format';
import type { StoredEntryRecord, Zip64Thresholds } from './zip-format';

/** An entry that is in the archive. */
export interface WrittenEntry {
  /** NFC. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Unsigned. */
  readonly crc32: number;
}

/** Where the bytes of an entry come from. */
export type EntrySource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /**
   * `sha256`: the content must have this digest (lower-case hexadecimal). `within`: folder, past all links, that the file must
   * be in when it is opened.
   */
  | { readonly kind: 'file'; readonly path: string; readonly sha256?: string; readonly within?: string }
  /** Made when its turn comes, from what was written before it: a list of digests, for instance. */
  | { readonly kind: 'lazy'; readonly produce: (written: readonly WrittenEntry[]) => Uint8Array };

type FileSource = Extract<EntrySource, { kind: 'file' }>;

/** An entry to write. */
export interface ArchiveEntry {
  /** Relative, with `/`. */
  readonly name: string;
  readonly source: EntrySource;
}

/** How to write. */
export interface StoredZipOptions {
  readonly evidence: SourceFiles;
  /** The time that every entry carries, written in UTC. */
  readonly timestamp: Date;
  readonly cancellation?: Cancellation;
  /** Called after each chunk with the bytes of content copied so far, over all entries. */
  readonly onProgress?: (bytes: number) => void;
  readonly zip64?: Zip64Thresholds;
}

/** One is read into, one has its CRC computed, the others are written and digested: no thread waits for another's chunk. */
const buffersInTurn = 5;

/** Entries up to this size are gathered, headers and all, and go out in few writes. */
const smallBytes = 1 << 16;

/**
 * Writes a zip without compression to an open file, in one pass over each piece of evidence and with a few buffers of
 * 1 MiB: each local header is reserved, filled in once CRC and digest are known, and holds the sizes. The same entries,
 * order and timestamp give the same bytes on every machine. After an error the file is not an archive: discard it.
 */
export class StoredZipWriter {
  readonly #file: WritableFile;
  readonly #options: StoredZipOptions;
  readonly #cancellation: Cancellation;
  readonly #zip64: Zip64Thresholds;
  readonly #when: DosDateTime;
  readonly #names = new EntryNames();
  readonly #buffers = chunkBuffers(chunkBytes, buffersInTurn);
  readonly #digests = new DigestThread();
  /** Small entries not yet written: the last bytes before the position. */
  readonly #gathered = Buffer.allocUnsafeSlow(chunkBytes);
  #gatheredBytes = 0;
  readonly #written: WrittenEntry[] = [];
  readonly #offsets: number[] = [];
  #position = 0;
  #copied = 0;

  /** @throws RangeError when the timestamp is not a valid date. */
  constructor(file: WritableFile, options: StoredZipOptions) {
    this.#file = file;
    this.#options = options;
    this.#cancellation = options.cancellation ?? neverCancelled;
    this.#zip64 = options.zip64 ?? zip64WhereNeeded;
    this.#when = dosDateTime(options.timestamp);
  }

  /**
   * Adds an entry after those already there.
   * @throws ArchiveError `unsafe-name`, `duplicate-name`, `evidence-*` (as {@link EvidenceChangedError} when the file
   * changed meanwhile); CancelledError; the system's error when the archive cannot be written, possibly for an entry
   * before.
   */
  async add(entry: ArchiveEntry): Promise<WrittenEntry> {
    throwIfCancelled(this.#cancellation);
    const name = this.#names.take(entry.name);
    const { source } = entry;
    const written =
      source.kind === 'file'
        ? await this.#addFile(name, source)
        : await this.#addBytes(name, source.kind === 'bytes' ? source.bytes : source.produce([...this.#written]));
    this.#written.push(written);
    return written;
  }

  /** Writes the central directory. Returns the size of the archive in bytes; nothing may be added any more. */
  async finish(): Promise<{ readonly size: number; readonly entries: readonly WrittenEntry[] }> {
    await this.#flush();
    const start = this.#position;
    let position = start;
    let pending: Buffer[] = [];
    let pendingBytes = 0;
    const flush = async (): Promise<void> => {
      throwIfCancelled(this.#cancellation);
      await writeFully(this.#file, Buffer.concat(pending), position);
      position += pendingBytes;
      pending = [];
      pendingBytes = 0;
    };
    for (const [index, { name, size, crc32 }] of this.#written.entries()) {
      const record = { name: Buffer.from(name), size, crc32, offset: this.#offsets[index] ?? 0 };
      const header = centralHeader(record, this.#when, this.#zip64);
      pending.push(header);
      pendingBytes += header.length;
      if (pendingBytes >= chunkBytes) await flush();
    }
    const directoryBytes = position + pendingBytes - start;
    const end = endRecords(this.#written.length, start, directoryBytes, this.#zip64);
    pending.push(end);
    pendingBytes += end.length;
    await flush();
    return { size: position, entries: [...this.#written] };
  }

  /** Lets go of what the writer holds beside the file; to be called in every case. */
  async close(): Promise<void> {
    await this.#digests.close();
  }

  async #addBytes(name: string, bytes: Uint8Array): Promise<WrittenEntry> {
    return await this.#copy(name, bytes.length, this.#chunksOf(bytes));
  }

  *#chunksOf(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      throwIfCancelled(this.#cancellation);
      yield bytes.subarray(at, at + chunkBytes);
    }
  }

  async #addFile(name: string, { path, sha256, within }: FileSource): Promise<WrittenEntry> {
    const { evidence } = this.#options;
    const guard = async <T>(step: Promise<T>): Promise<T> => {
      try {
        return await step;
      } catch (error) {
        throw evidenceError(error, path, name);
      }
    };
    const before = await guard(evidence.status(path));
    if (before.kind !== 'file') {
      throw new ArchiveError('evidence-not-a-file', `Not a regular file (${before.kind}): ${path}`, {
        path,
        entry: name,
      });
    }
    const file = await guard(evidence.openForReading(path));
    try {
      // What was opened is what is copied: a name may lead elsewhere from one moment to the next.
      if (!same(before, await guard(file.status()))) throw new EvidenceChangedError(path, name);
      if (within !== undefined && !isInside(within, await guard(file.realPath())))
        throw new ArchiveError('evidence-outside', `Outside ${within}: ${path}`, { path, entry: name });
      const guarded = {
        read: (buffer: Uint8Array, position: number) => guard(file.read(buffer, position)),
        size: () => file.size(),
      };
      const chunks = readChunks(guarded, 0, before.size, this.#buffers, this.#cancellation);
      const written = await this.#copy(name, before.size, chunks);
      // By name again: this also sees a file that was replaced or removed while its old content was read.
      if (written.size !== before.size || !same(before, await statusAfter(evidence, path, name))) {
        throw new EvidenceChangedError(path, name);
      }
      if (sha256 !== undefined && sha256 !== written.sha256) throw new EvidenceChangedError(path, name);
      return written;
    } finally {
      await guard(file.close());
    }
  }

  async #copy(
    name: string,
    size: number,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<WrittenEntry> {
    const nameBytes = Buffer.from(name);
    const offset = this.#position;
    const headerBytes = localHeaderBytes(nameBytes.length, size, this.#zip64);
    const small = headerBytes + size <= smallBytes;
    if (!small || this.#gatheredBytes + headerBytes + size > this.#gathered.length) await this.#flush();
    const sha256 = this.#digests.start(size);
    const behind = new BackgroundSteps(buffersInTurn - 2);
    let crc = 0;
    let copied = 0;
    try {
      for await (const chunk of chunks) {
        const at = headerBytes + copied;
        if (small) this.#gathered.set(chunk, this.#gatheredBytes + at);
        // The system writes and a second thread digests meanwhile.
        behind.add([sha256.update(chunk), ...(small ? [] : [writeFully(this.#file, chunk, offset + at)])]);
        crc = crc32(chunk, crc);
        copied += chunk.length;
        await behind.makeRoom();
        this.#copied += chunk.length;
        this.#options.onProgress?.(this.#copied);
      }
    } finally {
      // The buffers go back, and the file may be closed, once nothing uses them any more.
      await behind.settle();
    }
    behind.throwFailure();
    const record: StoredEntryRecord = { name: nameBytes, size, crc32: crc, offset };
    const header = localHeader(record, this.#when, this.#zip64);
    if (small) {
      this.#gathered.set(header, this.#gatheredBytes);
      this.#gatheredBytes += headerBytes + copied;
    } else {
      await writeFully(this.#file, header, offset);
    }
    this.#position = offset + headerBytes + copied;
    this.#offsets.push(offset);
    return { name, size: copied, sha256: await sha256.digest(), crc32: crc };
  }

  async #flush(): Promise<void> {
    const bytes = this.#gathered.subarray(0, this.#gatheredBytes);
    this.#gatheredBytes = 0;
    await writeFully(this.#file, bytes, this.#position - bytes.length);
  }
}

/** Calls `write` until all bytes are taken. */
export async function writeFully(file: WritableFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await file.write(done === 0 ? bytes : bytes.subarray(done), position + done);
    if (taken <= 0) throw new ArchiveError('io-error', 'The system takes no more bytes and gives no reason');
    done += taken;
  }
}

async function statusAfter(evidence: SourceFiles, path: string, entry: string): Promise<FileStatus> {
  try {
    return await evidence.status(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new EvidenceChangedError(path, entry, error);
    throw evidenceError(error, path, entry);
  }
}

function same(before: FileStatus, after: FileStatus): boolean {
  return (
    after.kind === before.kind &&
    after.size === before.size &&
    after.modifiedNanoseconds === before.modifiedNanoseconds &&
    after.inode === before.inode &&
    after.device === before.device
  );
}
