import { ByteReader } from './byte-reader';
import { calendarDate } from './calendar-date';

/** Tags of Exif 2.32, in the order of preference: taken, digitised, and the main directory's own date. */
const dateTimeOriginal = 0x9003;
const dateTimeDigitized = 0x9004;
const dateTime = 0x0132;
const exifDirectory = 0x8769;

/** One entry of a TIFF directory. `at` is where its value stands. */
interface Entry {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

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

function tiffReader(tiff: Uint8Array): ByteReader | undefined {
  const little = tiff[0] === 0x49 && tiff[1] === 0x49;
  const big = tiff[0] === 0x4d && tiff[1] === 0x4d;
  if (!little && !big) return undefined;
  const reader = new ByteReader(tiff, little);
  return reader.uint16(2) === 42 ? reader : undefined;
}

/** A directory has at most 65,535 entries, each read once: no cycle can be made of it. */
function directory(reader: ByteReader, start: number | undefined): Map<number, Entry> {
  const entries = new Map<number, Entry>();
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
