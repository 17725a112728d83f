/** An Exif block (TIFF, either byte order) with a date taken, and other tags around it. */
export function buildExif(date: string, littleEndian = true): Buffer {
  const block = Buffer.alloc(26 + 18 + 20);
  const put16 = (value: number, at: number): unknown =>
    littleEndian ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const put32 = (value: number, at: number): unknown =>
    littleEndian ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    put16(tag, at);
    put16(type, at + 2);
    put32(count, at + 4);
    put32(value, at + 8);
  };
  block.write(littleEndian ? 'II' : 'MM', 0, 'latin1');
  put16(42, 2);
  put32(8, 4);
  put16(1, 8);
  entry(10, 0x8769, 4, 1, 26);
  put16(1, 26);
  entry(28, 0x9003, 2, 20, 44);
  block.write(date, 44, 'latin1');
  return block;
}
