import { ByteReader } from './byte-reader';

/** Chunks of a RIFF list in memory (AVI, WebP). A cut one ends it; each step goes forward. */
export function* riffChunks(
  list: ByteReader,
  from: number,
): Generator<{ readonly name: string; readonly content: ByteReader }> {
  let at = from;
  for (let size = list.uint32(at + 4); size !== undefined; size = list.uint32(at + 4)) {
    const content = new ByteReader(list.bytes.subarray(at + 8, at + 8 + size), true);
    yield { name: list.latin1(at, 4), content };
    at += 8 + size + (size & 1);
  }
}
