import assert from 'node:assert/strict';
import * as zlib from 'node:zlib';

import * as fc from 'fast-check';

import { crc32, pickCrc32, tableCrc32 } from './crc32';

describe('crc32', () => {
  for (const [name, compute] of [
    ['the runtime or the table', crc32],
    ['the table', tableCrc32],
  ] as const) {
    it(`gives the check value of CRC-32/ISO-HDLC: ${name}`, () => {
      assert.equal(compute(Buffer.from('123456789'), 0), 0xcbf43926);
      assert.equal(compute(new Uint8Array(), 0), 0);
    });
  }

  it('continues from the bytes before, at any split and alignment', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), fc.nat(7), (bytes, at, shift) => {
        const moved = Buffer.concat([Buffer.alloc(shift), bytes]).subarray(shift);
        const whole = tableCrc32(moved, 0);
        assert.equal(tableCrc32(moved.subarray(at), tableCrc32(moved.subarray(0, at), 0)), whole);
        assert.equal(crc32(bytes, 0), whole);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('uses the runtime where it offers one, the table elsewhere', () => {
    assert.equal(pickCrc32({}), tableCrc32);
    assert.equal(pickCrc32(zlib), zlib.crc32);
  });
});
