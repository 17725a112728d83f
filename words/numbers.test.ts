import assert from 'node:assert/strict';
import { formatBinaryBytes, formatBytes, formatNumber } from './numbers';

describe('numbers', () => {
  it('are written as each language does', () => {
    assert.equal(formatNumber(1234, 'fr'), '1\u202f234');
    assert.equal(formatNumber(1234, 'en'), '1,234');
  });

  it('of bytes have the units of each language', () => {
    assert.equal(formatBytes(0, 'fr'), '0 octets');
    assert.equal(formatBytes(3_440_000, 'fr'), '3,4 Mo');
    assert.equal(formatBytes(3_440_000, 'en'), '3.4 MB');
    assert.equal(formatBytes(5e15, 'en'), '5,000 TB');
    assert.equal(formatBinaryBytes(13 * 2 ** 20 - 600_000, 'fr'), '12,4 Mio');
    assert.equal(formatBinaryBytes(5 * 2 ** 40, 'en'), '5,120 GiB');
  });
});
