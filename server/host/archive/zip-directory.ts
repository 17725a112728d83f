import { ArchiveError } from './archive-error';
import { decodeEntryName } from './entry-name-charset';
import { unsafeNameReason } from './entry-name';
import { safeNumber, type DirectoryLocation } from './zip-end-record';
import { zip } from './zip-format';

/** An entry of an archive, as its central directory describes it. */
export interface ZipEntry {
  /** Safe to join to a folder, unless the archive was opened with `names: 'any'`. Ends with `/` for a folder. */
  readonly name: string;
  readonly directory: boolean;
  /** Bytes of content. */
  readonly size: number;
  readonly method: 'stored' | 'deflated' | 'unsupported';
  /** Only where the archive was opened with `names: 'any'`; else it is refused. */
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly compressedSize: number;
  /** The name as it is in the file. */
  readonly nameBytes: Uint8Array;
  /** Whether the local header may leave CRC and sizes to a record after the data. */
  readonly descriptor: boolean;
  /** Where the local header starts. */
  readonly offset: number;
  /** What its author wrote of it; absent when nothing. */
  readonly comment?: string;
  /** Where the next thing starts: the entry ends at or before. */
  readonly limit: number;
}

/** What an archive may hold at most: the guard against zip bombs. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of content of one entry. */
  readonly entryBytes: number;
  /** Bytes of content of all entries together. */
  readonly totalBytes: number;
  /** Bytes of the central directory, which is held in memory. */
  readonly directoryBytes: number;
}

/**
 * What the entries are for. `safe`: files to be unpacked. `any`: parts that are only looked up by their names, in formats
 * whose producers write some that no folder takes; nothing of an entry that is not read matters.
 */
export type EntryNamesRule = 'safe' | 'any';

/** Deflate cannot do better than 1032 to 1; the constant covers its shortest streams. */
const mostContent = (compressedSize: number): number => 1032 * compressedSize + 1032;

/**
 * Reads the central directory and judges each entry and all together.
 * @throws ArchiveError `corrupt`, `unsupported`, `unsafe-name`, `unsafe-entry`, `duplicate-name` or `limit-exceeded`.
 */
export function parseDirectory(
  directory: Buffer,
  location: DirectoryLocation,
  limits: ZipLimits,
  rule: EntryNamesRule = 'safe',
): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let totalBytes = 0;
  let at = 0;
  for (let index = 0; index < location.entries; index++) {
    const { entry, next } = parseEntry(directory, at, location, rule);
    at = next;
    if (rule === 'safe' && names.has(entry.name)) {
      throw new ArchiveError('duplicate-name', `Two entries have the same name: ${entry.name}`, { entry: entry.name });
    }
    names.add(entry.name);
    totalBytes += entry.size;
    if (entry.size > limits.entryBytes || totalBytes > limits.totalBytes) {
      throw new ArchiveError('limit-exceeded', 'The content of the archive is too large', { entry: entry.name });
    }
    entries.push(entry);
  }
  if (at !== directory.length) throw new ArchiveError('corrupt', 'The central directory holds more than its entries');
  return withLimits(entries, location.offset);
}

function parseEntry(
  directory: Buffer,
  at: number,
  location: DirectoryLocation,
  rule: EntryNamesRule,
): { entry: ZipEntry; next: number } {
  if (at + zip.centralBytes > directory.length || directory.readUInt32LE(at) !== zip.centralSignature) {
    throw new ArchiveError('corrupt', 'The central directory is damaged');
  }
  const nameEnd = at + zip.centralBytes + directory.readUInt16LE(at + 28);
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
  const next = extraEnd + directory.readUInt16LE(at + 32);
  if (next > directory.length) throw new ArchiveError('corrupt', 'The central directory is damaged');

  const flags = directory.readUInt16LE(at + 8);
  const nameBytes = directory.subarray(at + zip.centralBytes, nameEnd);
  const name = nameOf(nameBytes, (flags & zip.flagUtf8) !== 0);
  if (rule === 'safe') checkName(name);
  const encrypted = (flags & (zip.flagEncrypted | zip.flagStrongEncryption | zip.flagMasked)) !== 0;
  if (encrypted && rule === 'safe') {
    throw new ArchiveError('unsupported', `The entry is encrypted: ${name}`, { entry: name });
  }
  const directoryEntry = name.endsWith('/');
  if (rule === 'safe') checkMode(name, directory.readUInt32LE(at + 38) >>> 16, directoryEntry);

  const code = directory.readUInt16LE(at + 10);
  const method = code === zip.stored ? 'stored' : code === zip.deflated ? 'deflated' : 'unsupported';
  const wide = readZip64(
    directory.subarray(nameEnd, extraEnd),
    {
      size: directory.readUInt32LE(at + 24),
      compressedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    },
    name,
  );
  const disk = directory.readUInt16LE(at + 34);
  if (disk !== 0 && disk !== zip.see64In16) {
    throw new ArchiveError('unsupported', 'The archive is split over several files', { entry: name });
  }
  const possible =
    // Encryption puts bytes of its own before the content.
    (method !== 'stored' || encrypted || wide.size === wide.compressedSize) &&
    (method !== 'deflated' || wide.size <= mostContent(wide.compressedSize)) &&
    (!directoryEntry || wide.size === 0) &&
    wide.offset + zip.localBytes + nameBytes.length + wide.compressedSize <= location.offset;
  if (!possible) throw new ArchiveError('corrupt', `The sizes are impossible: ${name}`, { entry: name });
  const descriptor = (flags & zip.flagDescriptor) !== 0;
  const crc32 = directory.readUInt32LE(at + 16);
  const note = directory.subarray(extraEnd, next);
  const comment = note.length === 0 ? undefined : (decodeEntryName(note, false) ?? '');
  const kind = { directory: directoryEntry, method, encrypted } as const;
  return {
    entry: { name, ...kind, crc32, ...wide, nameBytes, descriptor, limit: 0, ...(comment && { comment }) },
    next,
  };
}

function nameOf(bytes: Uint8Array, claimsUtf8: boolean): string {
  const name = decodeEntryName(bytes, claimsUtf8);
  if (name === undefined) throw new ArchiveError('corrupt', 'A name is not UTF-8 although it says so');
  return name;
}

function checkName(name: string): void {
  const reason = unsafeNameReason(name.endsWith('/') ? name.slice(0, -1) : name);
  if (reason !== undefined) {
    throw new ArchiveError('unsafe-name', `Unsafe name (${reason}): ${JSON.stringify(name)}`, { entry: name });
  }
}

/** Unix file types: a link, a device or a pipe must not come out of an archive. */
function checkMode(name: string, mode: number, directory: boolean): void {
  const type = mode & 0o170000;
  const expected = directory ? 0o040000 : 0o100000;
  if (type !== 0 && type !== expected) {
    throw new ArchiveError('unsafe-entry', `Neither a file nor a folder: ${name}`, { entry: name });
  }
}

interface EntryPlace {
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/**
 * The sizes and the offset with their zip64 values, which the extra field holds in this order, for the fields that say
 * so only. @throws ArchiveError `corrupt` when it lacks one.
 */
export function readZip64(extra: Buffer, plain: EntryPlace, name: string): EntryPlace {
  const missing =
    plain.size === zip.see64In32 || plain.compressedSize === zip.see64In32 || plain.offset === zip.see64In32;
  if (!missing) return plain;
  let at = findExtra(extra);
  const take = (value: number): number => {
    if (value !== zip.see64In32) return value;
    if (at === undefined || at.next + 8 > at.end) {
      throw new ArchiveError('corrupt', `The zip64 field is damaged: ${name}`, { entry: name });
    }
    const wide = safeNumber(extra, at.next);
    at = { next: at.next + 8, end: at.end };
    return wide;
  };
  // Evaluation order is the order of the field.
  return { size: take(plain.size), compressedSize: take(plain.compressedSize), offset: take(plain.offset) };
}

function findExtra(extra: Buffer): { readonly next: number; readonly end: number } | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return undefined;
    if (extra.readUInt16LE(at) === zip.zip64Extra) return { next: at + 4, end };
    at = end;
  }
  return undefined;
}

/** Gives each entry the start of what follows it. @throws ArchiveError `corrupt` when two overlap. */
function withLimits(entries: readonly ZipEntry[], directoryOffset: number): ZipEntry[] {
  const byOffset = [...entries.keys()].sort((a, b) => (entries[a]?.offset ?? 0) - (entries[b]?.offset ?? 0));
  const limits: number[] = [];
  byOffset.forEach((index, rank) => {
    const following = byOffset[rank + 1];
    limits[index] = following === undefined ? directoryOffset : (entries[following]?.offset ?? directoryOffset);
  });
  return entries.map((entry, index) => {
    const limit = limits[index] ?? directoryOffset;
    if (entry.offset + zip.localBytes + entry.nameBytes.length + entry.compressedSize > limit) {
      throw new ArchiveError('corrupt', `The entry overlaps another: ${entry.name}`, { entry: entry.name });
    }
    return { ...entry, limit };
  });
}
