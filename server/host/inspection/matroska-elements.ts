import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';

/** Element ids that are read (RFC 9559, section 5). */
export const matroskaIds = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  dateUtc: 0x4461,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  codecId: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cluster: 0x1f43b675,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  tags: 0x1254c367,
  chapters: 0x1043a770,
  attachments: 0x1941a469,
} as const;

/** The head of an element: where its content stands. */
export interface ElementHead {
  readonly id: number;
  /** Bytes of the head itself. */
  readonly headBytes: number;
  /** Bytes of the content; undefined when the writer did not know it yet (a recording in progress). */
  readonly length?: number;
}

/** @returns undefined when no element starts there */
export async function elementAt(source: EvidenceSource, offset: number): Promise<ElementHead | undefined> {
  return headIn(await source.read(offset, 12), 0);
}

/** Elements inside of one that is in memory. A cut or absurd one ends the list. */
export function* elementsIn(bytes: Uint8Array): Generator<{ readonly id: number; readonly content: ByteReader }> {
  let at = 0;
  while (at < bytes.length) {
    const head = headIn(bytes, at);
    if (head?.length === undefined) return;
    const start = at + head.headBytes;
    at = start + head.length;
    if (at > bytes.length) return;
    yield { id: head.id, content: new ByteReader(bytes.subarray(start, at)) };
  }
}

/** Unsigned integer of zero to eight bytes (RFC 8794, section 7.2). */
export function unsignedOf({ bytes }: ByteReader): number {
  return bytes.subarray(0, 8).reduce((value, byte) => value * 256 + byte, 0);
}

/** RFC 8794, section 4: the number of leading zero bits of the first byte is that of the bytes that follow. */
function headIn(bytes: Uint8Array, at: number): ElementHead | undefined {
  const idBytes = widthOf(bytes[at], 4);
  if (idBytes === undefined || at + idBytes >= bytes.length) return undefined;
  const id = bytes.subarray(at, at + idBytes).reduce((value, byte) => value * 256 + byte, 0);
  const sizeAt = at + idBytes;
  const sizeBytes = widthOf(bytes[sizeAt], 8);
  if (sizeBytes === undefined || sizeAt + sizeBytes > bytes.length) return undefined;
  const size = bytes.subarray(sizeAt, sizeAt + sizeBytes);
  const first = (size[0] ?? 0) & (0xff >> sizeBytes);
  const unknown = first === 0xff >> sizeBytes && size.subarray(1).every((byte) => byte === 0xff);
  const headBytes = idBytes + sizeBytes;
  if (unknown) return { id, headBytes };
  return { id, headBytes, length: size.subarray(1).reduce((value, byte) => value * 256 + byte, first) };
}

function widthOf(first: number | undefined, most: number): number | undefined {
  if (first === undefined || first === 0) return undefined;
  const width = Math.clz32(first) - 23;
  return width <= most ? width : undefined;
}
