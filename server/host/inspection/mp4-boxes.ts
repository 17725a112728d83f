import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';

/** A box of an ISO base media file (ISO/IEC 14496-12, section 4.2) in memory. */
export interface Mp4Box {
  readonly type: string;
  readonly content: ByteReader;
}

/** A box of the file's top level. */
export interface TopLevelBox {
  readonly type: string;
  /** Offset and bytes of its content. */
  readonly start: number;
  readonly length: number;
}

/** What the top level of a file holds. */
export interface TopLevel {
  readonly boxes: readonly TopLevelBox[];
  /** Offset of the first box that goes beyond the end of the file, or that is no box at all. */
  readonly cutAt?: number;
  readonly unreadableAt?: number;
  /** There are more boxes than `maxBoxes`. */
  readonly partial: boolean;
}

/** Walks the top level, reading the sixteen bytes at the head of each box. */
export async function topLevelBoxes(
  source: EvidenceSource,
  maxBoxes: number,
  isStopped: () => boolean,
): Promise<TopLevel> {
  const boxes: TopLevelBox[] = [];
  let at = 0;
  while (at < source.size) {
    if (boxes.length >= maxBoxes || isStopped()) return { boxes, partial: true };
    const head = new ByteReader(await source.read(at, 16));
    const size = boxSize(head, source.size - at);
    const type = head.latin1(4, 4);
    if (size === undefined || !isBoxType(type)) return { boxes, unreadableAt: at, partial: false };
    boxes.push({ type, start: at + size.header, length: size.total - size.header });
    if (at + size.total > source.size) return { boxes, cutAt: at, partial: false };
    at += size.total;
  }
  return { boxes, partial: false };
}

/** Boxes inside of a box. A cut or absurd one ends the list. */
export function* boxesIn(content: ByteReader, from = 0): Generator<Mp4Box> {
  let at = from;
  while (at + 8 <= content.length) {
    const head = new ByteReader(content.bytes.subarray(at, at + 16));
    const size = boxSize(head, content.length - at);
    if (size === undefined || at + size.total > content.length) return;
    yield {
      type: head.latin1(4, 4),
      content: new ByteReader(content.bytes.subarray(at + size.header, at + size.total)),
    };
    at += size.total;
  }
}

/** First box of a type, by a path of types such as `mdia/hdlr`. */
export function boxAt(content: ByteReader, path: string): ByteReader | undefined {
  let found: ByteReader | undefined = content;
  for (const type of path.split('/')) {
    let next: ByteReader | undefined;
    for (const box of found ? boxesIn(found) : []) if (next === undefined && box.type === type) next = box.content;
    found = next;
  }
  return found;
}

function boxSize(head: ByteReader, available: number): { total: number; header: number } | undefined {
  const small = head.uint32(0);
  if (small === 0) return { total: available, header: 8 };
  const total = small === 1 ? head.uint64(8) : small;
  const header = small === 1 ? 16 : 8;
  return total === undefined || total < header || head.length < 8 ? undefined : { total, header };
}

function isBoxType(type: string): boolean {
  return /^[\x20-\x7e\xa9]{4}$/.test(type);
}
