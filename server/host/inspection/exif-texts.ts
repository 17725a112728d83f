import type { ByteReader } from './byte-reader';
import { directory, exifDirectory, tiffReader, type TiffEntry } from './tiff-directory';

/** Longest value of a tag that is looked at. */
const longest = 256 * 1024;
/** Tags of Windows (`XPTitle` to `XPSubject`), in UTF-16. */
const [firstWide, lastWide] = [0x9c9b, 0x9c9f];
const userComment = 0x9286;
/** XMP, and the IPTC records of older programs. */
const packets = new Set([0x02bc, 0x83bb]);

/** What people or programs wrote into the Exif data of a picture (a TIFF structure): description, author, comments, title. */
export function* exifTexts(tiff: Uint8Array): Generator<string> {
  const reader = tiffReader(tiff);
  if (!reader) return;
  const main = directory(reader, reader.uint32(4));
  const pointer = main.get(exifDirectory);
  for (const entries of [main, directory(reader, pointer && reader.uint32(pointer.at))]) {
    for (const [tag, entry] of entries) {
      const text = textOf(reader, tag, entry);
      if (text !== undefined && text.trim() !== '') yield text;
    }
  }
}

function textOf(reader: ByteReader, tag: number, { type, count, at }: TiffEntry): string | undefined {
  const bytes = Buffer.from(reader.bytes.subarray(at, at + Math.min(count, longest)));
  if (tag >= firstWide && tag <= lastWide) return bytes.toString('utf16le');
  if (tag === userComment) return commentOf(bytes, reader.littleEndian);
  // Type 2 is ASCII, 129 UTF-8 (Exif 3.0).
  return type === 2 || type === 129 || packets.has(tag) ? bytes.toString('utf8') : undefined;
}

/** Eight bytes say how a comment is written (Exif 2.32, 4.6.5). */
function commentOf(bytes: Buffer, littleEndian: boolean): string {
  const text = bytes.subarray(8);
  if (bytes.toString('latin1', 0, 7) !== 'UNICODE') return text.toString('utf8');
  const even = text.subarray(0, text.length & ~1);
  return (littleEndian ? even : Buffer.from(even).swap16()).toString('utf16le');
}
