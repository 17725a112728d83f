import { inflateSync } from 'node:zlib';
import { ByteReader } from './byte-reader';
import { decodeText } from './decode-text';
import { exifTexts } from './exif-texts';
import { jpegSegments } from './image-truncation';
import type { PngChunk } from './png-chunks';
import { printableRuns } from './printable-runs';
import { riffChunks } from './riff-chunks';

/** A text that a picture carries beside its pixels, and the part of the format that holds it. */
export interface PictureText {
  readonly where: string;
  readonly text: string;
}

/** Most bytes that a compressed text may give. */
const longest = 1024 * 1024;

/** Keyword and text of `tEXt`, `zTXt` and `iTXt`, and those of `eXIf` (PNG 1.2, section 4.2.3; extensions 1.5). */
export function* pngTexts(chunks: readonly PngChunk[]): Generator<PictureText & { readonly keyword?: string }> {
  for (const { type, data } of chunks) {
    if (type === 'eXIf') for (const text of exifTexts(data)) yield { where: 'EXIF', text };
    const found =
      type === 'tEXt' || type === 'zTXt' || type === 'iTXt' ? chunkText(type, Buffer.from(data)) : undefined;
    if (found) yield { where: type, ...found };
  }
}

function chunkText(type: string, data: Buffer): { readonly keyword: string; readonly text: string } | undefined {
  const end = data.indexOf(0);
  if (end < 0) return undefined;
  const keyword = data.toString('latin1', 0, end);
  if (type === 'tEXt') return { keyword, text: lettersOf(data.subarray(end + 1)) };
  if (type === 'zTXt') return { keyword, text: lettersOf(inflated(data.subarray(end + 2))) };
  const isCompressed = data[end + 1] === 1;
  // The language and the translated keyword stand before the text.
  const language = data.indexOf(0, end + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  const text = data.subarray(translated + 1);
  const also = data.toString('utf8', language + 1, translated);
  return { keyword, text: `${also} ${(isCompressed ? inflated(text) : text).toString('utf8')}`.trim() };
}

/** Latin-1 by the standard, UTF-8 by use. */
function lettersOf(bytes: Buffer): string {
  return decodeText(bytes)?.text ?? bytes.toString('latin1');
}

function inflated(data: Uint8Array): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: longest });
  } catch {
    // A text that is cut or too long: viewers leave it out as well.
    return Buffer.alloc(0);
  }
}

/** Comments, Exif, XMP and IPTC of a JPEG, WebP, GIF or TIFF picture. */
export function* pictureTexts(format: string, bytes: Uint8Array): Generator<PictureText> {
  if (format === 'jpg') yield* jpegTexts(bytes);
  if (format === 'webp') yield* webpTexts(bytes);
  if (format === 'gif') yield* gifTexts(bytes);
  if (format === 'tif') for (const text of exifTexts(bytes)) yield { where: 'EXIF', text };
}

function* jpegTexts(bytes: Uint8Array): Generator<PictureText> {
  for (const { marker, data } of jpegSegments(bytes)) {
    const segment = Buffer.from(data.buffer, data.byteOffset, data.length);
    const start = segment.toString('latin1', 0, 35);
    if (marker === 0xfe) yield { where: 'COM', text: segment.toString('utf8') };
    else if (marker === 0xe1 && start.startsWith('Exif\0\0'))
      for (const text of exifTexts(data.subarray(6))) yield { where: 'EXIF', text };
    else if (marker === 0xe1 && start.startsWith('http://ns.adobe.com/'))
      yield { where: 'XMP', text: segment.toString('utf8') };
    // IPTC: numbers stand between the fields.
    else if (marker === 0xed) yield { where: 'IPTC', text: printableRuns(segment) };
  }
}

function* webpTexts(bytes: Uint8Array): Generator<PictureText> {
  for (const { name, content } of riffChunks(new ByteReader(bytes, true), 12)) {
    if (name === 'XMP ') yield { where: 'XMP', text: Buffer.from(content.bytes).toString('utf8') };
    if (name === 'EXIF') {
      const data = content.latin1(0, 6) === 'Exif\0\0' ? content.bytes.subarray(6) : content.bytes;
      for (const text of exifTexts(data)) yield { where: 'EXIF', text };
    }
  }
}

/** Comment and application extensions, which lie in blocks of at most 255 bytes (GIF 89a, sections 24 and 26). */
function* gifTexts(bytes: Uint8Array): Generator<PictureText> {
  const reader = new ByteReader(bytes);
  const tableBytes = (flags = 0): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(reader.uint8(10));
  while (at < reader.length) {
    const block = reader.uint8(at);
    const label = block === 0x21 ? reader.uint8(at + 1) : undefined;
    if (block === 0x21) at += 2;
    else if (block === 0x2c) at += 11 + tableBytes(reader.uint8(at + 9));
    else return;
    const pieces: Uint8Array[] = [];
    for (let length = reader.uint8(at); length !== undefined && length > 0; length = reader.uint8(at)) {
      if (label === 0xfe || label === 0xff) pieces.push(bytes.subarray(at + 1, at + 1 + length));
      at += length + 1;
    }
    at++;
    if (pieces.length > 0)
      yield { where: label === 0xfe ? 'Comment' : 'XMP', text: Buffer.concat(pieces).toString('utf8') };
  }
}
