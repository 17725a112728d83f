import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { DigestThread } from './digest-thread';

describe('DigestThread', () => {
  const thread = new DigestThread();
  after(() => thread.close());

  const shared = (bytes: number, fill: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(bytes)).fill(fill);
  const inTurn = async (size: number, chunks: readonly Uint8Array[]): Promise<string> => {
    const digest = thread.start(size);
    for (const chunk of chunks) await digest.update(chunk);
    return digest.digest();
  };
  const expected = (chunks: readonly Uint8Array[]): string => {
    const hash = createHash('sha256');
    for (const chunk of chunks) hash.update(chunk);
    return hash.digest('hex');
  };

  it('gives the same digest on a thread and without one, one content after the other', async () => {
    const chunks = [shared(1000, 1), shared(3, 2).subarray(1), Buffer.from('ordinaire'), new Uint8Array()];
    for (const size of [0, 1 << 30, 10, 1 << 30]) assert.equal(await inTurn(size, chunks), expected(chunks));
    assert.equal(await inTurn(1 << 30, []), expected([]));
  });

  it('starts again after it was closed', async () => {
    await thread.close();
    await thread.close();
    assert.equal(await inTurn(1 << 30, [shared(5, 5)]), expected([shared(5, 5)]));
  });

  it('fails, and does not hang, when its thread ends', async () => {
    const digest = thread.start(1 << 30);
    await digest.update(shared(5, 5));
    await thread.close();
    await assert.rejects(digest.update(shared(5, 5)), /ended/);
    await assert.rejects(digest.digest(), /ended/);
  });
});
