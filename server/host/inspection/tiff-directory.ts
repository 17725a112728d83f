import { ByteReader } from './byte-reader';

/** Tag of the directory that Exif adds to a picture. */
export const exifDirectory = 0x8769;

/** One entry of a TIFF directory. `at` is where its value stands. */
export interface TiffEntry {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

/** Undefined when the bytes are no TIFF structure. */
export function tiffReader(tiff: Uint8Array): ByteReader | undefined {
  const little = tiff[0] === 0x49 && tiff[1] === 0x49;
  const big = tiff[0] === 0x4d && tiff[1] === 0x4d;
  if (!little && !big) return undefined;
  const reader = new ByteReader(tiff, little);
  return reader.uint16(2) === 42 ? reader : undefined;
}

/** A directory has at most 65,535 entries, each read once: no cycle can be made of it. */
export function directory(reader: ByteReader, start: number | undefined): Map<number, TiffEntry> {
  const entries = new Map<number, TiffEntry>();
  if (start === undefined) return entries;
  const count = reader.uint16(start) ?? 0;
  for (let index = 0; index < count; index++) {
    const at = start + 2 + 12 * index;
    const [tag, type, values] = [reader.uint16(at), reader.uint16(at + 2), reader.uint32(at + 4)];
    if (tag === undefined || type === undefined || values === undefined) break;
    const inPlace = values * (type === 3 ? 2 : type === 4 ? 4 : 1) <= 4;
    entries.set(tag, { type, count: values, at: inPlace ? at + 8 : (reader.uint32(at + 8) ?? reader.length) });
  }
  return entries;
}
