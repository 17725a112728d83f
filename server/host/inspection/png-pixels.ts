import { createInflate } from 'node:zlib';

import type { Cancellation } from '../../core/ports/cancellation';
import { ByteReader } from './byte-reader';
import type { PngChunk } from './png-chunks';

/** Samples a pixel, by colour type (PNG 1.2, section 4.1.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Layout {
  readonly height: number;
  readonly interlaced: boolean;
  /** Bytes of all rows with their filters, decompressed. */
  readonly bytes: number;
  readonly bitsPerPixel: number;
  /** Bytes of a row, the filter's byte not counted. */
  readonly rowBytes: number;
}

/**
 * Whether all pixels of a PNG are the same, which is a capture of a screen that was off, and whether all its rows are there: a
 * capture that stopped while it was written may have an end all the same. Nothing is held; once a pixel differs the rest is
 * only counted.
 * @returns undefined when neither was found out (interlaced and whole, larger than `maxBytes` decoded, cancelled)
 */
export async function pngPixels(
  chunks: readonly PngChunk[],
  maxBytes: number,
  cancellation: Cancellation,
): Promise<boolean | 'missing' | undefined> {
  const layout = layoutOf(chunks[0]);
  if (!layout || layout.bytes > maxBytes) return undefined;
  const comparer = new RowComparer(layout);
  let isUniform = true;
  let count = 0;
  const inflate = createInflate({ chunkSize: chunkBytes });
  inflate.on('error', () => undefined); // Also thrown by the iteration below; this one is for data that come after it.
  try {
    for (const { type, data } of chunks) if (type === 'IDAT') inflate.write(data);
    inflate.end();
    for await (const part of inflate as AsyncIterable<Uint8Array>) {
      if (cancellation.isCancellationRequested) return undefined;
      if (isUniform && !layout.interlaced) isUniform = comparer.add(part);
      count += part.length;
      if (count >= layout.bytes) break;
    }
  } catch {
    // Compressed data that are damaged or cut: the rows before them were counted.
  } finally {
    inflate.destroy();
  }
  if (count < layout.bytes) return 'missing';
  return layout.interlaced ? undefined : isUniform;
}

/** Decompressed at once. */
const chunkBytes = 256 * 1024;

function layoutOf(header: PngChunk | undefined): Layout | undefined {
  if (header?.type !== 'IHDR' || header.data.length < 13) return undefined;
  const reader = new ByteReader(header.data);
  const [width = 0, height = 0] = [reader.uint32(0), reader.uint32(4)];
  const depth = reader.uint8(8) ?? 0;
  const perPixel = samples[reader.uint8(9) ?? -1];
  const interlaced = reader.uint8(12) !== 0;
  if (perPixel === undefined || ![1, 2, 4, 8, 16].includes(depth) || width === 0 || height === 0) return undefined;
  const bitsPerPixel = depth * perPixel;
  const rowBytes = Math.ceil((width * bitsPerPixel) / 8);
  const bytes = interlaced ? interlacedBytes(width, height, bitsPerPixel) : (rowBytes + 1) * height;
  return { height, interlaced, bytes, bitsPerPixel, rowBytes };
}

/** First column and row of each pass, and the steps between those that follow (Adam7; PNG 1.2, section 2.6). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function interlacedBytes(width: number, height: number, bitsPerPixel: number): number {
  let bytes = 0;
  for (const [left, top, across, down] of passes) {
    const columns = Math.max(0, Math.ceil((width - left) / across));
    const rows = Math.max(0, Math.ceil((height - top) / down));
    if (columns > 0) bytes += rows * (Math.ceil((columns * bitsPerPixel) / 8) + 1);
  }
  return bytes;
}

/** Undoes the filter of each row and compares its pixels with the first one. */
class RowComparer {
  readonly #pixelBytes: number;
  #previous: Uint8Array;
  #current: Uint8Array;
  #filter = -1;
  #filled = 0;
  #rows = 0;
  #first: Uint8Array | undefined;

  constructor(readonly layout: Layout) {
    this.#pixelBytes = Math.max(1, layout.bitsPerPixel >> 3);
    this.#previous = new Uint8Array(layout.rowBytes);
    this.#current = new Uint8Array(layout.rowBytes);
  }

  get complete(): boolean {
    return this.#rows >= this.layout.height;
  }

  /** @returns false when a pixel differs */
  add(part: Uint8Array): boolean {
    let at = 0;
    while (at < part.length && !this.complete) {
      if (this.#filter < 0) {
        this.#filter = part[at++] ?? 0;
        continue;
      }
      const taken = part.subarray(at, at + this.layout.rowBytes - this.#filled);
      this.#current.set(taken, this.#filled);
      this.#filled += taken.length;
      at += taken.length;
      if (this.#filled === this.layout.rowBytes && !this.#endRow()) return false;
    }
    return true;
  }

  #endRow(): boolean {
    unfilter(this.#filter, this.#current, this.#previous, this.#pixelBytes);
    this.#first ??= this.#current.slice(0, this.#pixelBytes);
    if (!this.#uniform()) return false;
    [this.#previous, this.#current] = [this.#current, this.#previous];
    this.#filter = -1;
    this.#filled = 0;
    this.#rows++;
    return true;
  }

  #uniform(): boolean {
    const first = this.#first ?? new Uint8Array();
    const { bitsPerPixel, rowBytes } = this.layout;
    if (bitsPerPixel >= 8) return this.#current.every((byte, index) => byte === first[index % first.length]);
    // Several pixels a byte: the first byte repeats one pixel. The last byte of a row may be padded with anything.
    const byte = first[0] ?? 0;
    const turned = ((byte << bitsPerPixel) | (byte >> (8 - bitsPerPixel))) & 0xff;
    return turned === byte && this.#current.subarray(0, Math.max(1, rowBytes - 1)).every((other) => other === byte);
  }
}

/** PNG 1.2, section 6: each byte is a difference from what stands left, above, or both. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, pixelBytes: number): void {
  if (filter === 0) return;
  for (let index = 0; index < row.length; index++) {
    const left = index < pixelBytes ? 0 : (row[index - pixelBytes] ?? 0);
    const up = above[index] ?? 0;
    const upLeft = index < pixelBytes ? 0 : (above[index - pixelBytes] ?? 0);
    row[index] = (row[index] ?? 0) + predicted(filter, left, up, upLeft);
  }
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [estimate - left, estimate - up, estimate - upLeft].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
