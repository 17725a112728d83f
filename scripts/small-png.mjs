import { deflateSync } from 'node:zlib';

const colours = 256;

/**
 * A picture of a window as a small PNG: with a palette of its most used colours, which is all that a flat surface needs.
 * @param {{ width: number, height: number, rgba: Uint8Array }} picture opaque, row by row
 * @returns {Buffer} the same bytes for the same picture
 */
export function smallPng(picture) {
  const { head, data } = encoded([picture]);
  return Buffer.concat([...head, chunk('IDAT', data[0]), chunk('IEND', Buffer.alloc(0))]);
}

/**
 * Pictures of one size as an animated PNG that begins again at its end. What does not know animations shows the first.
 * @param {readonly { width: number, height: number, rgba: Uint8Array }[]} pictures
 * @param {number} seconds for each
 * @returns {Buffer} the same bytes for the same pictures
 */
export function smallAnimation(pictures, seconds) {
  const { head, data } = encoded(pictures);
  const [signature, header, ...palette] = head;
  const { width, height } = pictures[0];
  let sequence = 0;
  const frames = data.flatMap((bytes, index) => {
    const control = Buffer.alloc(26);
    control.writeUInt32BE(sequence++, 0);
    control.writeUInt32BE(width, 4);
    control.writeUInt32BE(height, 8);
    control.writeUInt16BE(Math.round(seconds * 1000), 20);
    control.writeUInt16BE(1000, 22);
    if (index === 0) return [chunk('fcTL', control), chunk('IDAT', bytes)];
    return [chunk('fcTL', control), chunk('fdAT', Buffer.concat([word(sequence++), bytes]))];
  });
  // So many frames, again and again.
  const animation = chunk('acTL', Buffer.concat([word(pictures.length), word(0)]));
  return Buffer.concat([signature, header, animation, ...palette, ...frames, chunk('IEND', Buffer.alloc(0))]);
}

/** What stands before the data of pictures of one size, and that data, with one palette. */
function encoded(pictures) {
  const counts = new Map();
  for (const { rgba } of pictures) {
    for (let at = 0; at < rgba.length; at += 4) {
      const key = keyOf(rgba, at);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const palette = [...counts]
    .sort(([a, left], [b, right]) => right - left || a - b)
    .slice(0, colours)
    .map(([key]) => key);
  const indices = new Map(palette.map((key, index) => [key, index]));
  const [{ width, height }] = pictures;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, a palette, the usual compression and filter, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  const plte = Buffer.from(palette.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]));
  return {
    head: [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('PLTE', plte)],
    data: pictures.map((picture) => deflateSync(rowsOf(picture, palette, indices), { level: 9, memLevel: 9 })),
  };
}

/** The rows of a picture, each pixel as the number of its colour, or of the nearest one. */
function rowsOf({ width, height, rgba }, palette, indices) {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const key = keyOf(rgba, (y * width + x) * 4);
      let index = indices.get(key);
      if (index === undefined) {
        index = nearest(palette, key);
        indices.set(key, index);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  return rows;
}

function word(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Of six bits a channel: shades that no eye tells apart are one colour. */
function keyOf(rgba, at) {
  return (step(rgba[at]) << 16) | (step(rgba[at + 1]) << 8) | step(rgba[at + 2]);
}

function step(value) {
  return Math.min(255, Math.round(value / 4) * 4);
}

function nearest(palette, key) {
  const apart = (one) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((key >> shift) & 255)) ** 2, 0);
  let best = 0;
  for (let index = 1; index < palette.length; index += 1) {
    if (apart(palette[index]) < apart(palette[best])) best = index;
  }
  return best;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([word(data.length), body, word(crc32(body))]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
