import { createHash } from 'node:crypto';
import { dirname } from 'node:path';

import { ArchiveError } from './archive-error';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { FileOperations, OpenFile } from './file-operations';
import { nodeFileOperations } from './node-file-operations';
import { StoredZipWriter, writeFully, type ArchiveEntry, type WrittenEntry } from './stored-zip-writer';
import { systemCode, targetError } from './system-error';
import { removeStaleTemporaries, removeTemporary, temporaryPath, type OnLeftover } from './temporary-name';
import type { ZipEntry } from './zip-directory';
import type { Zip64Thresholds } from './zip-format';
import { ZipReader } from './zip-reader';

/** What to write, and where. */
export interface ArchiveRequest {
  /** The file to make or replace. Its folder must exist. */
  readonly target: string;
  /** Written in this order. */
  readonly entries: Iterable<ArchiveEntry>;
  /** A file that goes with the archive: in place together with it, or not at all. */
  readonly beside?: BesideFile;
  /** The time that every entry carries. */
  readonly timestamp: Date;
  readonly cancellation?: Cancellation;
  readonly onProgress?: (progress: ArchiveProgress) => void;
  /** Told of temporary files that could not be removed. */
  readonly onLeftover?: OnLeftover;
  readonly files?: FileOperations;
  readonly zip64?: Zip64Thresholds;
}

/** A file in the folder of an archive, made of what was written in it. */
export interface BesideFile {
  /** The file to make or replace, in the folder of the target. */
  readonly path: string;
  readonly content: (written: readonly WrittenEntry[]) => Uint8Array;
}

/** How far the work is: content is first copied, then read back. */
export interface ArchiveProgress {
  readonly phase: 'copy' | 'verify';
  /** Bytes of content done in this phase. */
  readonly bytes: number;
}

/** An archive that is in place. */
export interface WrittenArchive {
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  /** In the order of the archive. */
  readonly entries: readonly WrittenEntry[];
}

/**
 * Writes an archive beside its target, reads it back, then puts it in place in one step. On any error, and when
 * cancelled, nothing is left and what was at the target is untouched. A file beside it is never that of another archive: cut
 * off at its very end, a run leaves the archive without it. Runs for the same target do not disturb each
 * other: the last one to finish wins.
 * @throws ArchiveError with the codes of writing; CancelledError; what a `lazy` source throws, as it is.
 */
export async function writeArchive(request: ArchiveRequest): Promise<WrittenArchive> {
  const files = request.files ?? nodeFileOperations;
  const onLeftover = request.onLeftover ?? (() => undefined);
  const { target } = request;
  try {
    throwIfCancelled(request.cancellation ?? neverCancelled);
    await checkTarget(target, files);
    if (request.beside) await checkTarget(request.beside.path, files);
    await removeStaleTemporaries(target, files, onLeftover);
    const temporary = temporaryPath(target);
    const file = await files.create(temporary);
    try {
      const written = await fill(file, request, files);
      await putInPlace(temporary, written.entries, request, files);
      await syncFolder(dirname(target), files);
      return { path: target, ...written };
    } catch (error) {
      await removeTemporary(temporary, files, onLeftover);
      throw error;
    }
  } catch (error) {
    throw targetError(error, target);
  }
}

/**
 * Puts the archive in its place, and the file beside it. What stood beside the previous archive steps aside first, so that it
 * is never found beside the new one, and comes back when the archive cannot take its place.
 */
async function putInPlace(
  temporary: string,
  entries: readonly WrittenEntry[],
  { target, beside, onLeftover = () => undefined }: ArchiveRequest,
  files: FileOperations,
): Promise<void> {
  if (!beside) {
    await files.replace(temporary, target);
    return;
  }
  // Both are named after the target, so that the next run for it removes what this one leaves.
  const [prepared, aside] = [temporaryPath(target), temporaryPath(target)];
  try {
    await writeNew(prepared, beside.content(entries), files);
    const stepped = await moved(beside.path, aside, files);
    try {
      await files.replace(temporary, target);
    } catch (error) {
      if (stepped) await moveBack(aside, beside.path, files, onLeftover);
      throw error;
    }
    if (stepped) await removeTemporary(aside, files, onLeftover);
    await files.replace(prepared, beside.path);
  } catch (error) {
    await removeTemporary(prepared, files, onLeftover);
    throw error;
  }
}

/** What failed before is what is told; that the file stays under its temporary name comes second. */
async function moveBack(from: string, to: string, files: FileOperations, onLeftover: OnLeftover): Promise<void> {
  try {
    await files.replace(from, to);
  } catch (error) {
    onLeftover(from, error);
  }
}

/** @returns false when there is nothing of this name */
async function moved(from: string, to: string, files: FileOperations): Promise<boolean> {
  try {
    await files.replace(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function writeNew(path: string, bytes: Uint8Array, files: FileOperations): Promise<void> {
  const file = await files.create(path);
  try {
    await writeFully(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Fails before any work when the target is a folder. That its own folder is missing shows when this is listed. */
async function checkTarget(target: string, files: FileOperations): Promise<void> {
  let kind: string;
  try {
    ({ kind } = await files.status(target));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if (kind === 'directory') {
    throw new ArchiveError('target-is-directory', `The target is a folder: ${target}`, { path: target });
  }
}

/** Writes and verifies the temporary file, and closes it in every case. */
async function fill(
  file: OpenFile,
  request: ArchiveRequest,
  files: FileOperations,
): Promise<{ readonly size: number; readonly entries: readonly WrittenEntry[] }> {
  const cancellation = request.cancellation ?? neverCancelled;
  try {
    const written = await copy(file, request, files, cancellation);
    // The disk works while the digests are computed again; both must be done before the file takes its place.
    const [synced, verified] = await Promise.allSettled([file.sync(), verify(file, written, request, cancellation)]);
    for (const outcome of [synced, verified]) if (outcome.status === 'rejected') throw outcome.reason;
    throwIfCancelled(cancellation);
    return written;
  } finally {
    await file.close();
  }
}

async function copy(
  file: OpenFile,
  request: ArchiveRequest,
  files: FileOperations,
  cancellation: Cancellation,
): Promise<{ readonly size: number; readonly entries: readonly WrittenEntry[] }> {
  const writer = new StoredZipWriter(file, {
    evidence: files,
    timestamp: request.timestamp,
    cancellation,
    onProgress: (bytes) => request.onProgress?.({ phase: 'copy', bytes }),
    ...(request.zip64 ? { zip64: request.zip64 } : {}),
  });
  try {
    for (const entry of request.entries) await writer.add(entry);
    return await writer.finish();
  } finally {
    await writer.close();
  }
}

/** Opens what was written as a stranger would, and compares every entry. */
async function verify(
  file: OpenFile,
  written: { readonly size: number; readonly entries: readonly WrittenEntry[] },
  request: ArchiveRequest,
  cancellation: Cancellation,
): Promise<void> {
  const fail = (entry?: string, cause?: unknown): ArchiveError =>
    new ArchiveError('verification-failed', `What was written is not what was read: ${request.target}`, {
      path: request.target,
      entry,
      cause,
    });
  const readBack = async <T>(step: Promise<T>, entry?: string): Promise<T> => {
    try {
      return await step;
    } catch (error) {
      throw error instanceof ArchiveError ? fail(entry, error) : error;
    }
  };
  // Its own archive: only the machine limits it.
  const limits = { entries: Infinity, entryBytes: Infinity, totalBytes: Infinity, directoryBytes: Infinity };
  const reader = await readBack(ZipReader.open(file, { limits, cancellation }));
  if (reader.entries.length !== written.entries.length || (await file.size()) !== written.size) throw fail();
  let bytes = 0;
  const onChunk = (chunk: number): void => {
    bytes += chunk;
    request.onProgress?.({ phase: 'verify', bytes });
  };
  for (const [index, entry] of reader.entries.entries()) {
    const expected = written.entries[index];
    // The same bytes as when the CRC was computed give the same CRC: it need not be computed again.
    const sha256 = await readBack(sha256Of(reader, entry, cancellation, onChunk), entry.name);
    const same =
      entry.name === expected?.name &&
      entry.size === expected.size &&
      entry.crc32 === expected.crc32 &&
      sha256 === expected.sha256;
    if (!same) throw fail(entry.name);
  }
}

async function sha256Of(
  reader: ZipReader,
  entry: ZipEntry,
  cancellation: Cancellation,
  onChunk: (bytes: number) => void,
): Promise<string> {
  const sha256 = createHash('sha256');
  for await (const chunk of reader.stream(entry, cancellation)) {
    sha256.update(chunk);
    onChunk(chunk.length);
  }
  return sha256.digest('hex');
}

/**
 * Best effort: the archive is in place by now, and some file systems refuse to sync a folder. To fail would say that
 * the previous archive is still there.
 */
async function syncFolder(folder: string, files: FileOperations): Promise<void> {
  try {
    await files.syncFolder(folder);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}
