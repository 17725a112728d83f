import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';

import { inflateChunks } from './inflate-chunks';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  // One buffer for all pieces, as the reader of files does.
  const reused = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield reused.subarray(0, bytes.copy(reused, 0, at, at + size));
  }
}

describe('inflateChunks', () => {
  it('inflates from reused buffers', async () => {
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index) % 251));
    const data = deflateRawSync(content);
    const parts: Uint8Array[] = [];
    for await (const chunk of inflateChunks(inPieces(data, 100), data.length, content.length, 'a')) parts.push(chunk);
    assert.ok(Buffer.concat(parts).equals(content));
  });

  it('stops a bomb within one chunk of its said size', async () => {
    const data = deflateRawSync(Buffer.alloc(64 << 20));
    let pulled = 0;
    const counted = (async function* () {
      for await (const piece of inPieces(data, 1000)) {
        pulled += piece.length;
        yield piece;
      }
    })();
    let given = 0;
    const run = async (): Promise<void> => {
      for await (const chunk of inflateChunks(counted, data.length, 1000, 'bombe')) given += chunk.length;
    };
    await assert.rejects(run(), { code: 'corrupt', entry: 'bombe' });
    assert.equal(given, 0);
    assert.ok(pulled < data.length / 2, `${pulled} of ${data.length}`);
  });
});
