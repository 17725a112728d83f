import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { ReadableFile } from './file-operations';

/** Two or more buffers of one size: one is read into while the others are used. */
export type ChunkBuffers = readonly Uint8Array[];

/** Large enough that the cost of a call does not show, small enough to stay in cache. */
export const chunkBytes = 1 << 20;

/** New buffers for {@link readChunks}, in memory that other threads can see. */
export function chunkBuffers(bytes: number = chunkBytes, count = 2): ChunkBuffers {
  return Array.from({ length: count }, () => Buffer.from(new SharedArrayBuffer(bytes)));
}

type Outcome = { readonly bytes: Uint8Array } | { readonly error: unknown };

/**
 * Reads `length` bytes from `start` in chunks, the next one while the caller works on the present one. A chunk is a
 * view on a reused buffer: with n buffers it holds until the (n - 1)th chunk after it is asked for, which is the next one
 * where there are two. Ends early where the file ends.
 * @throws CancelledError between two chunks, or the system's error.
 */
export async function* readChunks(
  file: ReadableFile,
  start: number,
  length: number,
  buffers: ChunkBuffers,
  cancellation: Cancellation,
): AsyncGenerator<Uint8Array, void, undefined> {
  const end = start + length;
  let turn = 0;
  let wanted = 0;
  let position = start;
  // Settled into a value: nobody may be waiting yet when the read fails.
  const ahead = (): Promise<Outcome> => {
    const into = buffers[turn++ % buffers.length] ?? new Uint8Array(chunkBytes);
    wanted = Math.min(into.length, end - position);
    return fill(file, into.subarray(0, wanted), position).then(
      (bytes) => ({ bytes }),
      (error: unknown) => ({ error }),
    );
  };
  if (length === 0) return;
  throwIfCancelled(cancellation);
  let coming: Promise<Outcome> | undefined = ahead();
  try {
    while (coming !== undefined) {
      const outcome: Outcome = await coming;
      coming = undefined;
      throwIfCancelled(cancellation);
      if ('error' in outcome) throw outcome.error;
      position += outcome.bytes.length;
      if (outcome.bytes.length === wanted && position < end) coming = ahead();
      if (outcome.bytes.length > 0) yield outcome.bytes;
    }
  } finally {
    // The buffers go back to their owner: no read may still write into them.
    await coming;
  }
}

async function fill(file: ReadableFile, buffer: Uint8Array, position: number): Promise<Uint8Array> {
  let filled = 0;
  while (filled < buffer.length) {
    const read = await file.read(filled === 0 ? buffer : buffer.subarray(filled), position + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled === buffer.length ? buffer : buffer.subarray(0, filled);
}
