import assert from 'node:assert/strict';
import { fromBase64, toBase64 } from './base64';

describe('base 64', () => {
  it('is that of everybody else, and comes back', () => {
    for (const length of [0, 1, 2, 3, 255, 0x8000, 0x8001, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    }
  });
});
