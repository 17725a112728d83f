import { ByteReader } from './byte-reader';

const widthTag = 256;
const heightTag = 257;
/** Bytes of one entry of a directory. */
const entrySize = 20;
const mostEntries = 4096;

/**
 * Dimensions of a TIFF with 64-bit offsets (BigTIFF: version 43, offsets of 8 bytes), of its first directory.
 * @returns `elsewhere` when the directory does not stand in these bytes; undefined when it is no BigTIFF
 */
export function bigTiffSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | 'elsewhere' | undefined {
  const order = new ByteReader(bytes).latin1(0, 4);
  if (order !== 'II+\0' && order !== 'MM\0+') return undefined;
  const reader = new ByteReader(bytes, order === 'II+\0');
  const directory = reader.uint64(8);
  if (reader.uint16(4) !== 8 || directory === undefined) return undefined;
  const count = reader.uint64(directory);
  if (count === undefined) return 'elsewhere';
  const found = new Map<number, number>();
  for (let index = 0; index < Math.min(count, mostEntries); index++) {
    const at = directory + 8 + index * entrySize;
    const tag = reader.uint16(at);
    // SHORT is 3, LONG 4, LONG8 16.
    const type = reader.uint16(at + 2);
    const value = type === 3 ? reader.uint16(at + 12) : type === 4 ? reader.uint32(at + 12) : reader.uint64(at + 12);
    if (tag !== undefined && value !== undefined) found.set(tag, value);
  }
  const [width = 0, height = 0] = [found.get(widthTag), found.get(heightTag)];
  return width > 0 && height > 0 ? { width, height } : 'elsewhere';
}
