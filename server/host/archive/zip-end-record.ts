import { ArchiveError } from './archive-error';
import type { ReadableFile } from './file-operations';
import { readExactly } from './read-exactly';
import { zip } from './zip-format';

/** Where the central directory is. */
export interface DirectoryLocation {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
  /** Of the archive as a whole. */
  readonly comment: Uint8Array;
}

const maxCommentBytes = 0xffff;

/**
 * Finds the central directory from the records at the end of the file. It must reach exactly to these records, and
 * they to the end of the file: an archive with anything before, between or after is not trusted.
 * @throws ArchiveError `not-a-zip`, `truncated`, `corrupt` or `unsupported`.
 */
export async function findDirectory(file: ReadableFile, fileBytes: number): Promise<DirectoryLocation> {
  const tailBytes = Math.min(fileBytes, zip.endBytes + maxCommentBytes + zip.end64Bytes + zip.locator64Bytes);
  const tailStart = fileBytes - tailBytes;
  const tail = await readExactly(file, tailStart, tailBytes);
  const end = findEnd(tail);
  if (end === undefined) throw await missingEnd(file, fileBytes);

  if (tail.readUInt16LE(end + 4) !== 0 || tail.readUInt16LE(end + 6) !== 0) {
    throw new ArchiveError('unsupported', 'The archive is split over several files');
  }
  const plain = {
    entries: tail.readUInt16LE(end + 10),
    offset: tail.readUInt32LE(end + 16),
    bytes: tail.readUInt32LE(end + 12),
  };
  if (tail.readUInt16LE(end + 8) !== plain.entries) throw new ArchiveError('corrupt', 'The entry counts differ');

  const locator = end - zip.locator64Bytes;
  const has64 = locator >= 0 && tail.readUInt32LE(locator) === zip.locator64Signature;
  const location = has64 ? await read64(file, tail, tailStart, locator, plain) : { ...plain, limit: tailStart + end };
  const comment = tail.subarray(end + zip.endBytes);
  if (location.offset + location.bytes !== location.limit) {
    throw new ArchiveError('corrupt', 'The central directory is not where the end of the archive says');
  }
  if (location.bytes < location.entries * zip.centralBytes) {
    throw new ArchiveError('corrupt', 'The central directory is too small for its entries');
  }
  return { entries: location.entries, offset: location.offset, bytes: location.bytes, comment };
}

function findEnd(tail: Buffer): number | undefined {
  const lowest = Math.max(0, tail.length - zip.endBytes - maxCommentBytes);
  for (let at = tail.length - zip.endBytes; at >= lowest; at--) {
    if (tail.readUInt32LE(at) === zip.endSignature && at + zip.endBytes + tail.readUInt16LE(at + 20) === tail.length) {
      return at;
    }
  }
  return undefined;
}

async function missingEnd(file: ReadableFile, fileBytes: number): Promise<ArchiveError> {
  const head = await readExactly(file, 0, Math.min(4, fileBytes));
  return head.length === 4 && head.readUInt32LE(0) === zip.localSignature
    ? new ArchiveError('truncated', 'The end of the archive is missing')
    : new ArchiveError('not-a-zip', 'The file is not a zip archive');
}

async function read64(
  file: ReadableFile,
  tail: Buffer,
  tailStart: number,
  locator: number,
  plain: Omit<DirectoryLocation, 'comment'>,
): Promise<Omit<DirectoryLocation, 'comment'> & { readonly limit: number }> {
  if (tail.readUInt32LE(locator + 4) !== 0 || tail.readUInt32LE(locator + 16) > 1) {
    throw new ArchiveError('unsupported', 'The archive is split over several files');
  }
  const limit = safeNumber(tail, locator + 8);
  const locatorStart = tailStart + locator;
  if (limit + zip.end64Bytes > locatorStart) {
    throw new ArchiveError('corrupt', 'The zip64 end record is not where the archive says');
  }
  const record = await readExactly(file, limit, zip.end64Bytes);
  if (record.readUInt32LE(0) !== zip.end64Signature || limit + 12 + safeNumber(record, 4) !== locatorStart) {
    throw new ArchiveError('corrupt', 'The zip64 end record is damaged');
  }
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0) {
    throw new ArchiveError('unsupported', 'The archive is split over several files');
  }
  const full = { entries: safeNumber(record, 32), bytes: safeNumber(record, 40), offset: safeNumber(record, 48) };
  // Two readers that believe different records would see different archives.
  const agree =
    safeNumber(record, 24) === full.entries &&
    (plain.entries === zip.see64In16 || plain.entries === full.entries) &&
    (plain.bytes === zip.see64In32 || plain.bytes === full.bytes) &&
    (plain.offset === zip.see64In32 || plain.offset === full.offset);
  if (!agree) throw new ArchiveError('corrupt', 'The two end records of the archive differ');
  return { ...full, limit };
}

/** A 64-bit field as a number. @throws ArchiveError `corrupt` when no file can be that large. */
export function safeNumber(buffer: Buffer, at: number): number {
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ArchiveError('corrupt', 'A size or offset is out of range');
  return Number(value);
}
