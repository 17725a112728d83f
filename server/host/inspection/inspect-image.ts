import { imageSize } from 'image-size';

import type { ImageFacts, Inspection } from '../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { ByteReader } from './byte-reader';
import { bigTiffSize } from './big-tiff';
import { calendarDate } from './calendar-date';
import type { EvidenceSource } from './evidence-source';
import { exifDate } from './exif-date';
import { imageMissingFrom, jpegSegments, type WalkedImage } from './image-truncation';
import { inspectHeif } from './inspect-heif';
import type { InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';
import { pictureTexts, pngTexts } from './picture-texts';
import { pngPixels } from './png-pixels';
import { readPngChunks, type PngChunk } from './png-chunks';
import { writtenDate, xmpDate } from './written-date';

/** What is read of a picture too large to be held: its header, with the dimensions, stands there. */
const headBytes = 512 * 1024;

/** Dimensions, embedded date and completeness of a PNG, JPEG, GIF, WebP, BMP, TIFF, HEIC or AVIF picture. */
export async function inspectImage(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const start = new ByteReader(await source.read(0, 12));
  if (start.latin1(4, 4) === 'ftyp') return inspectHeif(source, limits, cancellation, opener);
  const whole = await source.readAll(limits.maxBytes);
  throwIfCancelled(cancellation);
  const bytes = whole ?? (await source.read(0, headBytes));
  if (bytes.length === 0) return {};
  const big = bigTiffSize(bytes);
  if (big !== undefined) return big === 'elsewhere' ? { partial: true } : { image: big };
  const format = formatOf(bytes);
  if (format === undefined) return { damage: { code: 'not-well-formed', offset: 0 } };
  const dimensions = dimensionsOf(bytes);
  if (whole === undefined) return { ...(dimensions && { image: dimensions }), partial: true };
  const { date, missingFrom, blank } =
    format === 'png' ? await pngFacts(bytes, limits, cancellation, opener) : otherFacts(format, bytes, opener);
  const image: ImageFacts | undefined = dimensions && {
    ...dimensions,
    ...(date !== undefined && { date }),
    ...(blank !== undefined && { blank }),
  };
  if (missingFrom !== undefined) return { ...(image && { image }), damage: { code: 'truncated', offset: missingFrom } };
  return image ? { image } : { damage: { code: 'not-well-formed' } };
}

interface FormatFacts {
  readonly date?: string | undefined;
  readonly missingFrom?: number | undefined;
  readonly blank?: boolean | undefined;
}

async function pngFacts(
  bytes: Uint8Array,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener,
): Promise<FormatFacts> {
  const { chunks, missingFrom } = readPngChunks(bytes, limits.maxEntries);
  const texts = [...pngTexts(chunks)];
  for (const { where, text, keyword = '' } of texts) opener.search(where, `${keyword} ${text}`);
  const date = pngDate(chunks, texts);
  if (missingFrom !== undefined) return { date, missingFrom };
  const pixels = await pngPixels(chunks, limits.maxInflatedBytes, cancellation);
  return { date, ...(pixels === 'missing' ? { missingFrom: bytes.length } : { blank: pixels }) };
}

/**
 * When it was taken (`eXIf`), else made (the keyword `Creation Time`, which no standard gives a form), else last changed
 * (`tIME`, in UTC).
 */
function pngDate(
  chunks: readonly PngChunk[],
  texts: readonly { readonly keyword?: string; readonly text: string }[],
): string | undefined {
  const exif = chunks.find(({ type }) => type === 'eXIf');
  const taken = exif && exifDate(exif.data);
  if (taken !== undefined) return taken;
  const made = texts.find(({ keyword = '' }) => /^(?:creation ?time|date:create|create[ _-]?date)$/i.test(keyword));
  const written = (made && writtenDate(made.text)) ?? xmpDate(texts.map(({ text }) => text));
  if (written !== undefined) return written;
  const changed = chunks.find(({ type, data }) => type === 'tIME' && data.length === 7);
  if (!changed) return undefined;
  const reader = new ByteReader(changed.data);
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = changed.data.subarray(2);
  return calendarDate(reader.uint16(0) ?? 0, month, day, [hour, minute, second]);
}

function otherFacts(format: WalkedImage, bytes: Uint8Array, opener: PartOpener): FormatFacts {
  const texts = [...pictureTexts(format, bytes)];
  for (const { where, text } of texts) opener.search(where, text);
  const date = embeddedDate(format, bytes) ?? xmpDate(texts.map(({ text }) => text));
  return { date, missingFrom: imageMissingFrom(format, bytes) };
}

function embeddedDate(format: WalkedImage, bytes: Uint8Array): string | undefined {
  if (format === 'tif') return exifDate(bytes);
  if (format === 'webp') return exifDate(webpExif(bytes));
  if (format !== 'jpg') return undefined;
  for (const { marker, data } of jpegSegments(bytes)) {
    if (marker === 0xe1 && new ByteReader(data).latin1(0, 6) === 'Exif\0\0') return exifDate(data.subarray(6));
  }
  return undefined;
}

/** The content of the EXIF chunk, which some writers begin as a JPEG segment; empty when there is none. */
function webpExif(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes, true);
  let at = 12;
  for (let length = reader.uint32(at + 4); length !== undefined; length = reader.uint32(at + 4)) {
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (reader.latin1(at, 4) === 'EXIF') return reader.latin1(at + 8, 6) === 'Exif\0\0' ? data.subarray(6) : data;
    at += 8 + length + (length & 1);
  }
  return new Uint8Array();
}

function formatOf(bytes: Uint8Array): 'png' | WalkedImage | undefined {
  const start = new ByteReader(bytes).latin1(0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'webp';
  if (start.startsWith('BM')) return 'bmp';
  return /^(?:II\*\0|MM\0\*)/.test(start) ? 'tif' : undefined;
}

/** The library reads past the end of a cut header what lies behind it in memory, where something does. */
function inOwnMemory(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

/** Only called for the formats above: the library's other readers are never run. */
function dimensionsOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(inOwnMemory(bytes));
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    // The library throws on a header that is cut or makes no sense: the caller says so with a damage code.
    return undefined;
  }
}
