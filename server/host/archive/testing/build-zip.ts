import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of {@link buildZip}; what is left out is as an honest archive has it. */
export interface BuiltEntry {
  readonly name: string | Uint8Array;
  readonly content?: Uint8Array | string;
  readonly deflate?: boolean;
  /** Compressed data in place of those of the content. */
  readonly data?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly mode?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly crc32?: number;
  readonly offset?: number;
  readonly disk?: number;
  readonly localName?: string;
  readonly localSize?: number;
  readonly localCrc32?: number;
  readonly localExtra?: Uint8Array;
  readonly extra?: Uint8Array;
  readonly comment?: string;
}

/** The end record of {@link buildZip}; what is left out is as an honest archive has it. */
export interface BuiltEnd {
  readonly entries?: number;
  readonly offset?: number;
  readonly bytes?: number;
  readonly disk?: number;
  readonly comment?: string;
  readonly before?: Uint8Array;
  readonly between?: Uint8Array;
  readonly after?: Uint8Array;
}

/** Builds archives that a writer would not: compressed, inconsistent, hostile. */
export function buildZip(entries: readonly BuiltEntry[], end: BuiltEnd = {}): Buffer {
  const parts: Uint8Array[] = [end.before ?? Buffer.alloc(0)];
  const directory: Uint8Array[] = [];
  let position = parts[0]?.length ?? 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const data = entry.data ?? (entry.deflate ? deflateRawSync(content) : content);
    const flags = entry.flags ?? 0x800;
    const sum = entry.crc32 ?? crc32(content, 0);
    const method = entry.method ?? (entry.deflate ? 8 : 0);
    const compressed = entry.compressedSize ?? data.length;
    const size = entry.size ?? content.length;
    const localName = Buffer.from(entry.localName ?? entry.name);
    const name = Buffer.from(entry.name);
    const localExtra = entry.localExtra ?? Buffer.alloc(0);
    const extra = entry.extra ?? Buffer.alloc(0);

    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    const later = (flags & 8) !== 0;
    local.writeUInt32LE(later ? 0 : (entry.localCrc32 ?? sum), 14);
    local.writeUInt32LE(later ? 0 : compressed, 18);
    local.writeUInt32LE(later ? 0 : (entry.localSize ?? size), 22);
    local.writeUInt16LE(localName.length, 26);
    local.writeUInt16LE(localExtra.length, 28);

    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(3 << 8, 4);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(sum, 16);
    central.writeUInt32LE(compressed, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    const comment = Buffer.from(entry.comment ?? '');
    central.writeUInt16LE(comment.length, 32);
    central.writeUInt16LE(entry.disk ?? 0, 34);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(entry.offset ?? position, 42);
    directory.push(central, name, extra, comment);
    for (const part of [local, localName, localExtra, data]) {
      parts.push(part);
      position += part.length;
    }
  }
  const bytes = directory.reduce((sum, part) => sum + part.length, 0);
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(end.disk ?? 0, 4);
  record.writeUInt16LE(end.entries ?? entries.length, 8);
  record.writeUInt16LE(end.entries ?? entries.length, 10);
  record.writeUInt32LE(end.bytes ?? bytes, 12);
  record.writeUInt32LE(end.offset ?? position, 16);
  const comment = Buffer.from(end.comment ?? '');
  record.writeUInt16LE(comment.length, 20);
  const none = Buffer.alloc(0);
  return Buffer.concat([...parts, ...directory, end.between ?? none, record, comment, end.after ?? none]);
}
