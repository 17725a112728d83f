import { crc32, deflateSync } from 'node:zlib';

/** What a test asks of a picture; by default 4 × 3 RGB pixels, each of its own colour. */
export interface PngRequest {
  readonly width?: number;
  readonly height?: number;
  readonly colourType?: number;
  readonly depth?: number;
  /** Rows, filter byte first, in place of those of a picture with many colours. */
  readonly rows?: Uint8Array;
  readonly interlaced?: boolean;
  readonly extra?: readonly (readonly [type: string, data: Uint8Array])[];
}

export function buildPng(request: PngRequest = {}): Buffer {
  const { width = 4, height = 3, colourType = 2, depth = 8, interlaced = false, extra = [] } = request;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  const rows = request.rows ?? manyColours(width * 3, height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...extra.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows of one filter, all pixels of which decode to the same value. */
export function uniformRows(pixel: readonly number[], width: number, height: number, filter = 0): Buffer {
  const row = Buffer.concat(Array.from({ length: width }, () => Buffer.from(pixel)));
  const zero = Buffer.alloc(row.length);
  const left = Buffer.concat([Buffer.from(pixel), Buffer.alloc(row.length - pixel.length)]);
  const rows = Array.from({ length: height }, (_, index) => {
    if (filter === 0) return row;
    if (filter === 1) return left;
    // Up and Paeth predict the pixel exactly once there is a row above; the first row differs only at its first pixel (Paeth).
    if (filter === 2) return index === 0 ? row : zero;
    return index === 0 ? left : zero;
  });
  return Buffer.concat(rows.map((data) => Buffer.concat([Buffer.from([filter]), data])));
}

function manyColours(rowBytes: number, height: number): Buffer {
  return Buffer.from(
    Array.from({ length: (rowBytes + 1) * height }, (_, index) =>
      index % (rowBytes + 1) === 0 ? 0 : (index * 37) & 0xff,
    ),
  );
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body, 0), body.length + 4);
  return framed;
}
