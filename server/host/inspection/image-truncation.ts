import { ByteReader } from './byte-reader';
import { tiffMissingFrom } from './exif-date';

/** Formats whose end is found without decoding pixels. PNG has its own reader. */
export type WalkedImage = 'jpg' | 'gif' | 'webp' | 'bmp' | 'tif';

/** Byte offset from which the picture's data are missing, undefined when the file is whole or its end unknown. */
export function imageMissingFrom(format: WalkedImage, bytes: Uint8Array): number | undefined {
  const reader = new ByteReader(bytes);
  switch (format) {
    case 'jpg':
      return jpegMissingFrom(reader);
    case 'gif':
      return gifMissingFrom(reader);
    case 'webp':
      return webpMissingFrom(reader);
    case 'bmp':
      return bmpMissingFrom(reader);
    case 'tif':
      return tiffMissingFrom(bytes, bytes.length);
  }
}

/** One marker segment of a JPEG before its picture data. */
export interface JpegSegment {
  readonly marker: number;
  readonly data: Uint8Array;
  /** Offset of what follows. */
  readonly next: number;
}

/** Segments up to the start of scan, included. Each step goes forward, so that there is an end. */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  const reader = new ByteReader(bytes);
  let at = 2;
  while (reader.uint8(at) === 0xff) {
    const marker = reader.uint8(at + 1);
    const length = reader.uint16(at + 2);
    // Filling bytes before a marker.
    if (marker === 0xff) at++;
    else if (marker === undefined || length === undefined || length < 2) return;
    else {
      const next = at + 2 + length;
      yield { marker, data: bytes.subarray(at + 4, next), next };
      if (marker === 0xda) return;
      at = next;
    }
  }
}

function jpegMissingFrom({ bytes }: ByteReader): number | undefined {
  let scan: number | undefined;
  for (const { marker, next } of jpegSegments(bytes)) if (marker === 0xda) scan = next;
  // The end marker cannot occur inside of picture data. Something may follow it (a motion photo).
  const whole =
    scan !== undefined && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('ffd9', scan, 'hex');
  return whole ? undefined : bytes.length;
}

function gifMissingFrom(reader: ByteReader): number | undefined {
  const tableBytes = (flags = 0): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(reader.uint8(10));
  let hasPicture = false;
  // A file that ends between two blocks shows all its pictures: only the end byte is missing.
  while (at < reader.length) {
    const block = reader.uint8(at);
    if (block === 0x3b) return hasPicture ? undefined : reader.length;
    if (block === 0x21) at += 2;
    else if (block === 0x2c) {
      hasPicture = true;
      at += 11 + tableBytes(reader.uint8(at + 9));
    } else return undefined;
    let length = reader.uint8(at);
    while (length !== undefined && length > 0) {
      at += length + 1;
      length = reader.uint8(at);
    }
    if (length === undefined) return reader.length;
    at++;
  }
  return at > reader.length || !hasPicture ? reader.length : undefined;
}

/** One of these holds a picture; what stands before it only describes it. */
const webpPictures = new Set(['VP8 ', 'VP8L', 'ANMF']);

function webpMissingFrom({ bytes }: ByteReader): number | undefined {
  const reader = new ByteReader(bytes, true);
  const declared = reader.uint32(4);
  if (declared !== undefined && declared + 8 > bytes.length) return bytes.length;
  let at = 12;
  for (let length = reader.uint32(at + 4); length !== undefined; length = reader.uint32(at + 4)) {
    if (webpPictures.has(reader.latin1(at, 4))) return undefined;
    at += 8 + length + (length & 1);
  }
  return bytes.length;
}

/** From the dimensions: the header's own size field is often wrong. */
function bmpMissingFrom({ bytes }: ByteReader): number | undefined {
  const reader = new ByteReader(bytes, true);
  const [pixels, header, width, height] = [reader.uint32(10), reader.uint32(14), reader.int32(18), reader.int32(22)];
  const [bits, compression] = [reader.uint16(28), reader.uint32(30)];
  if (pixels === undefined || header === undefined || pixels >= bytes.length) return bytes.length;
  if (header < 40) return undefined;
  if (width === undefined || height === undefined || bits === undefined) return bytes.length;
  if (compression !== 0 && compression !== 3) return undefined;
  const rowBytes = Math.ceil((Math.abs(width) * bits) / 32) * 4;
  return pixels + rowBytes * Math.abs(height) > bytes.length ? bytes.length : undefined;
}
