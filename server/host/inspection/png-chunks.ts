import { ByteReader } from './byte-reader';

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** The chunks of a PNG file, in order, and where the file stops short of its end chunk. */
export interface PngChunks {
  readonly chunks: readonly PngChunk[];
  /** Byte offset of the chunk that is cut or missing. */
  readonly missingFrom?: number;
}

/** @param bytes the whole file, which begins with the PNG signature */
export function readPngChunks(bytes: Uint8Array, maxChunks: number): PngChunks {
  const reader = new ByteReader(bytes);
  const chunks: PngChunk[] = [];
  let at = 8;
  while (chunks.length < maxChunks) {
    const length = reader.uint32(at);
    if (length === undefined || at + 12 + length > bytes.length) return { chunks, missingFrom: at };
    const type = reader.latin1(at + 4, 4);
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return { chunks };
}
