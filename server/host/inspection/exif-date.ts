import type { ByteReader } from './byte-reader';
import { calendarDate } from './calendar-date';
import { directory, exifDirectory, tiffReader, type TiffEntry as Entry } from './tiff-directory';

/** Tags of Exif 2.32, in the order of preference: taken, digitised, and the main directory's own date. */
const dateTimeOriginal = 0x9003;
const dateTimeDigitized = 0x9004;
const dateTime = 0x0132;

/**
 * When a picture was taken, as its Exif data (a TIFF structure: the content of a JPEG `Exif` segment, of a PNG `eXIf` chunk,
 * or a TIFF file) states it.
 */
export function exifDate(tiff: Uint8Array): string | undefined {
  const reader = tiffReader(tiff);
  if (!reader) return undefined;
  const main = directory(reader, reader.uint32(4));
  const pointer = main.get(exifDirectory);
  const exif = directory(reader, pointer && reader.uint32(pointer.at));
  return (
    dateOf(reader, exif.get(dateTimeOriginal)) ??
    dateOf(reader, exif.get(dateTimeDigitized)) ??
    dateOf(reader, main.get(dateTime))
  );
}

/** Offset of the first byte that a TIFF file's first picture needs and that is not there. */
export function tiffMissingFrom(tiff: Uint8Array, size: number): number | undefined {
  const reader = tiffReader(tiff);
  if (!reader) return undefined;
  const start = reader.uint32(4) ?? size;
  if (start >= size) return size;
  const main = directory(reader, start);
  // Strips or tiles: offsets and byte counts. Only the last one is looked at; writers put them in order.
  for (const [offsets, counts] of [
    [0x0111, 0x0117],
    [0x0144, 0x0145],
  ] as const) {
    const offset = lastNumber(reader, main.get(offsets));
    const count = lastNumber(reader, main.get(counts));
    if (offset !== undefined && count !== undefined && offset + count > size) return size;
  }
  return undefined;
}

function lastNumber(reader: ByteReader, entry: Entry | undefined): number | undefined {
  if (!entry || entry.count === 0) return undefined;
  if (entry.type === 3) return reader.uint16(entry.at + 2 * (entry.count - 1));
  return entry.type === 4 ? reader.uint32(entry.at + 4 * (entry.count - 1)) : undefined;
}

/** `2026:11:02 10:41:07`; cameras whose clock is not set write zeros or spaces. */
function dateOf(reader: ByteReader, entry: Entry | undefined): string | undefined {
  if (entry?.type !== 2) return undefined;
  const match = /^(\d{4}):(\d{2}):(\d{2})(?: (\d{2}):(\d{2}):(\d{2}))?/.exec(reader.latin1(entry.at, 19));
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour, minute, second] = match.slice(1).map(Number);
  const time = match[4] === undefined ? undefined : ([hour ?? 0, minute ?? 0, second ?? 0] as const);
  return calendarDate(year, month, day, time);
}
