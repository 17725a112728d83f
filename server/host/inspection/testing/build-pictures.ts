import { box } from './build-film';

/** The smallest files of their formats whose headers and ends are right. Their pixels are of no account. */
export function buildJpeg(width: number, height: number, exif?: Uint8Array): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(exif ? [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))] : []),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd9]),
  ]);
}

export function buildGif(width: number, height: number): Buffer {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  screen[4] = 0x80;
  const image = Buffer.from([0x2c, 0, 0, 0, 0, width & 0xff, 0, height & 0xff, 0, 0, 2, 2, 0x4c, 0x01, 0]);
  const comment = Buffer.from([0x21, 0xfe, 4, 0x74, 0x65, 0x73, 0x74, 0]);
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    screen,
    Buffer.from([0, 0, 0, 255, 255, 255]),
    comment,
    image,
    Buffer.from([0x3b]),
  ]);
}

/** Extended format: canvas size, then the Exif block. */
export function buildWebp(width: number, height: number, exif: Uint8Array): Buffer {
  const canvas = Buffer.alloc(10);
  canvas[0] = 0x08;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    riff('VP8X', canvas),
    riff('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])),
    riff('EXIF', exif),
  ]);
  return riff('RIFF', body);
}

export function buildBmp(width: number, height: number): Buffer {
  const file = Buffer.alloc(54 + Math.ceil((width * 24) / 32) * 4 * height);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  return file;
}

export function buildTiff(width: number, height: number): Buffer {
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, 3, 1, width],
    [257, 3, 1, height],
    [259, 3, 1, 1],
    [273, 4, 1, 86 + 20],
    [279, 4, 1, width * height],
    [306, 2, 20, 86],
  ];
  const file = Buffer.alloc(86 + 20 + width * height);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  file.write('2026:11:02 10:41:07\0', 86, 'latin1');
  return file;
}

function segment(marker: number, data: Uint8Array): Buffer {
  const length = data.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), data]);
}

export function riff(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
}

/** One picture and its thumbnail; where their data stand is not told. */
export function buildHeic(width: number, height: number, brand = 'heic'): Buffer {
  const size = (across: number, down: number): Buffer => {
    const content = Buffer.alloc(12);
    content.writeUInt32BE(across, 4);
    content.writeUInt32BE(down, 8);
    return box('ispe', [content]);
  };
  const properties = box('iprp', [box('ipco', [size(80, 50), size(width, height)])]);
  const meta = box('meta', [Buffer.alloc(4), box('iloc', [Buffer.alloc(8)]), properties]);
  return Buffer.concat([
    box('ftyp', [Buffer.from(`${brand}\0\0\0\0${brand}mif1`, 'latin1')]),
    meta,
    box('mdat', [Buffer.from([1, 2, 3, 4])]),
  ]);
}
