import type { DosDateTime } from './dos-date-time';

/** Signatures and sizes of the records of a zip (PKWARE APPNOTE 6.3.10, §4.3). */
export const zip = {
  localSignature: 0x04034b50,
  centralSignature: 0x02014b50,
  endSignature: 0x06054b50,
  end64Signature: 0x06064b50,
  locator64Signature: 0x07064b50,
  localBytes: 30,
  centralBytes: 46,
  endBytes: 22,
  end64Bytes: 56,
  locator64Bytes: 20,
  zip64Extra: 0x0001,
  flagEncrypted: 0x0001,
  flagDescriptor: 0x0008,
  flagStrongEncryption: 0x0040,
  flagUtf8: 0x0800,
  flagMasked: 0x2000,
  stored: 0,
  deflated: 8,
  /** In a 16-bit or 32-bit field: see the zip64 record. */
  see64In16: 0xffff,
  see64In32: 0xffffffff,
} as const;

/** From which value on a field moves to its zip64 form. Tests lower them to exercise the forms on small archives. */
export interface Zip64Thresholds {
  /** For sizes and offsets, in bytes. */
  readonly bytes: number;
  /** For the number of entries. */
  readonly entries: number;
}

/** Zip64 only where the value does not fit: the largest value of a field is itself the mark of zip64. */
export const zip64WhereNeeded: Zip64Thresholds = { bytes: zip.see64In32, entries: zip.see64In16 };

/** A stored entry, as its headers describe it. */
export interface StoredEntryRecord {
  /** UTF-8. */
  readonly name: Uint8Array;
  readonly size: number;
  readonly crc32: number;
  /** Where the local header starts. */
  readonly offset: number;
}

const versionPlain = 20;
const versionZip64 = 45;
const madeByUnix = (3 << 8) | versionZip64;
/** A regular file that its owner may write and all may read. */
const unixMode = 0o100644;

/** Bytes of the local header of an entry, known before its data are read. */
export function localHeaderBytes(nameBytes: number, size: number, zip64: Zip64Thresholds): number {
  return zip.localBytes + nameBytes + (size >= zip64.bytes ? 20 : 0);
}

/** The local header, with sizes and CRC in it: readers that stream (Java's) need no data descriptor. */
export function localHeader(entry: StoredEntryRecord, when: DosDateTime, zip64: Zip64Thresholds): Buffer {
  const large = entry.size >= zip64.bytes;
  const header = Buffer.alloc(localHeaderBytes(entry.name.length, entry.size, zip64));
  header.writeUInt32LE(zip.localSignature, 0);
  header.writeUInt16LE(large ? versionZip64 : versionPlain, 4);
  header.writeUInt16LE(zip.flagUtf8, 6);
  header.writeUInt16LE(zip.stored, 8);
  writeCommon(header, 10, entry, large, when);
  header.writeUInt16LE(large ? 20 : 0, 28);
  header.set(entry.name, zip.localBytes);
  if (large) writeZip64Extra(header, zip.localBytes + entry.name.length, [entry.size, entry.size]);
  return header;
}

/** The entry's record in the central directory. */
export function centralHeader(entry: StoredEntryRecord, when: DosDateTime, zip64: Zip64Thresholds): Buffer {
  const large = entry.size >= zip64.bytes;
  const far = entry.offset >= zip64.bytes;
  const values = [...(large ? [entry.size, entry.size] : []), ...(far ? [entry.offset] : [])];
  const extraBytes = values.length === 0 ? 0 : 4 + 8 * values.length;
  const header = Buffer.alloc(zip.centralBytes + entry.name.length + extraBytes);
  header.writeUInt32LE(zip.centralSignature, 0);
  header.writeUInt16LE(madeByUnix, 4);
  header.writeUInt16LE(extraBytes > 0 ? versionZip64 : versionPlain, 6);
  header.writeUInt16LE(zip.flagUtf8, 8);
  header.writeUInt16LE(zip.stored, 10);
  writeCommon(header, 12, entry, large, when);
  header.writeUInt16LE(extraBytes, 30);
  header.writeUInt32LE((unixMode << 16) >>> 0, 38);
  header.writeUInt32LE(far ? zip.see64In32 : entry.offset, 42);
  header.set(entry.name, zip.centralBytes);
  if (extraBytes > 0) writeZip64Extra(header, zip.centralBytes + entry.name.length, values);
  return header;
}

/** Time, CRC, sizes and name length: the same fields in both headers, from `at`. */
function writeCommon(header: Buffer, at: number, entry: StoredEntryRecord, large: boolean, when: DosDateTime): void {
  header.writeUInt16LE(when.time, at);
  header.writeUInt16LE(when.date, at + 2);
  header.writeUInt32LE(entry.crc32, at + 4);
  header.writeUInt32LE(large ? zip.see64In32 : entry.size, at + 8);
  header.writeUInt32LE(large ? zip.see64In32 : entry.size, at + 12);
  header.writeUInt16LE(entry.name.length, at + 16);
}

function writeZip64Extra(header: Buffer, at: number, values: readonly number[]): void {
  header.writeUInt16LE(zip.zip64Extra, at);
  header.writeUInt16LE(8 * values.length, at + 2);
  values.forEach((value, index) => header.writeBigUInt64LE(BigInt(value), at + 4 + 8 * index));
}

/** The records after the central directory; its end is where they start. */
export function endRecords(entries: number, offset: number, bytes: number, zip64: Zip64Thresholds): Buffer {
  const many = entries >= zip64.entries;
  const far = offset >= zip64.bytes;
  const large = bytes >= zip64.bytes;
  const end = Buffer.alloc(zip.endBytes);
  end.writeUInt32LE(zip.endSignature, 0);
  end.writeUInt16LE(many ? zip.see64In16 : entries, 8);
  end.writeUInt16LE(many ? zip.see64In16 : entries, 10);
  end.writeUInt32LE(large ? zip.see64In32 : bytes, 12);
  end.writeUInt32LE(far ? zip.see64In32 : offset, 16);
  if (!many && !far && !large) return end;

  const end64 = Buffer.alloc(zip.end64Bytes);
  end64.writeUInt32LE(zip.end64Signature, 0);
  // What follows this field.
  end64.writeBigUInt64LE(BigInt(zip.end64Bytes - 12), 4);
  end64.writeUInt16LE(madeByUnix, 12);
  end64.writeUInt16LE(versionZip64, 14);
  end64.writeBigUInt64LE(BigInt(entries), 24);
  end64.writeBigUInt64LE(BigInt(entries), 32);
  end64.writeBigUInt64LE(BigInt(bytes), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(zip.locator64Bytes);
  locator.writeUInt32LE(zip.locator64Signature, 0);
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}
