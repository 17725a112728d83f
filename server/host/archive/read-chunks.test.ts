import assert from 'node:assert/strict';

import { CancelledError } from '../../core/ports/cancellation';
import type { ReadableFile } from './file-operations';
import { chunkBuffers, readChunks } from './read-chunks';
import { MemoryFile, systemFailure } from './testing/memory-file-operations';

const content = Buffer.from('abcdefghijklmnopqrstuvwxyz');
const goOn = { isCancellationRequested: false };

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const all: string[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk).toString());
  return all;
}

describe('readChunks', () => {
  it('reads a range in chunks', async () => {
    const chunks = readChunks(new MemoryFile(content), 2, 10, chunkBuffers(4), goOn);
    assert.deepEqual(await collect(chunks), ['cdef', 'ghij', 'kl']);
  });

  it('leaves a chunk as it is while others are used, as long as there are buffers', async () => {
    const held: Uint8Array[] = [];
    for await (const chunk of readChunks(new MemoryFile(content), 0, 26, chunkBuffers(4, 4), goOn)) {
      held.push(chunk);
      const texts = held.slice(-3).map((one) => Buffer.from(one).toString());
      const at = held.length * 4;
      assert.equal(texts.join(''), content.toString().slice(Math.max(0, at - 12), at));
    }
    assert.equal(held.length, 7);
  });

  it('puts short reads together', async () => {
    const file = new MemoryFile(content);
    const slow: ReadableFile = { read: (b, p) => file.read(b.subarray(0, 3), p), size: () => file.size() };
    assert.deepEqual(await collect(readChunks(slow, 0, 12, chunkBuffers(8), goOn)), ['abcdefgh', 'ijkl']);
  });

  it('ends where the file ends', async () => {
    assert.deepEqual(await collect(readChunks(new MemoryFile(content), 22, 99, chunkBuffers(4), goOn)), ['wxyz']);
    assert.deepEqual(await collect(readChunks(new MemoryFile(content), 0, 0, chunkBuffers(4), goOn)), []);
  });

  it('stops between two chunks when cancelled', async () => {
    const cancellation = { isCancellationRequested: false };
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const chunk of readChunks(new MemoryFile(content), 0, 26, chunkBuffers(4), cancellation)) {
        seen.push(chunk.length);
        cancellation.isCancellationRequested = seen.length === 2;
      }
    };
    await assert.rejects(run(), CancelledError);
    assert.deepEqual(seen, [4, 4]);
  });

  it('gives the error of a read ahead when its turn comes, or never when the caller left', async () => {
    const file = new MemoryFile(content);
    const failing: ReadableFile = {
      read: (b, p) => (p < 4 ? file.read(b, p) : Promise.reject(systemFailure('EIO'))),
      size: () => file.size(),
    };
    await assert.rejects(collect(readChunks(failing, 0, 12, chunkBuffers(4), goOn)), { code: 'EIO' });
    for await (const chunk of readChunks(failing, 0, 12, chunkBuffers(4), goOn)) {
      assert.equal(chunk.length, 4);
      break;
    }
  });
});
