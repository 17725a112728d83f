import { Readable } from 'node:stream';
import { createInflateRaw, type ZlibOptions } from 'node:zlib';

import { ArchiveError } from './archive-error';
import { CancelledError } from '../../core/ports/cancellation';

/** Output is checked after each of these, so that a bomb never yields more than one too many. */
const outputBytes = 1 << 16;

/** As the platform has it up to Node 20; later ones would take in four times as much of a bomb before the first look at what comes out. */
const options: ZlibOptions & { readonly highWaterMark: number } = { chunkSize: outputBytes, highWaterMark: 1 << 14 };

/**
 * Inflates raw deflate data. Stops at once when more than `size` bytes come out.
 * @throws ArchiveError `corrupt` when the data are damaged, or do not give `size` bytes from `compressedSize`.
 */
export async function* inflateChunks(
  compressed: AsyncIterable<Uint8Array>,
  compressedSize: number,
  size: number,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Copied: the stream keeps chunks longer than a reused buffer holds.
  const copies = (async function* () {
    for await (const chunk of compressed) yield Buffer.from(chunk);
  })();
  const source = Readable.from(copies, { highWaterMark: 1 });
  const inflate = createInflateRaw(options);
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  let total = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > size) throw damaged(name);
      yield chunk;
    }
    // Bytes after the end of the deflate data would hide something from this reader or from another.
    if (total !== size || inflate.bytesWritten !== compressedSize) throw damaged(name);
  } catch (error) {
    throw isZlibError(error) ? damaged(name, error) : error;
  } finally {
    inflate.destroy();
    source.destroy();
    await copies.return(undefined);
  }
}

function isZlibError(error: unknown): boolean {
  if (error instanceof ArchiveError || error instanceof CancelledError || !(error instanceof Error)) return false;
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

function damaged(name: string, cause?: unknown): ArchiveError {
  return new ArchiveError('corrupt', `The compressed data are damaged: ${name}`, { entry: name, cause });
}
