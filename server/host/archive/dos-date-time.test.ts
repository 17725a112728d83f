import assert from 'node:assert/strict';

import { dosDateTime } from './dos-date-time';

describe('dosDateTime', () => {
  it('writes the UTC components', () => {
    const { date, time } = dosDateTime(new Date('2026-12-15T13:37:59.999Z'));
    assert.deepEqual([(date >> 9) + 1980, (date >> 5) & 15, date & 31], [2026, 12, 15]);
    assert.deepEqual([time >> 11, (time >> 5) & 63, (time & 31) * 2], [13, 37, 58]);
  });

  it('keeps to what the format can hold', () => {
    assert.deepEqual(dosDateTime(new Date(0)), { date: (1 << 5) | 1, time: 0 });
    assert.deepEqual(dosDateTime(new Date('2500-01-01T00:00:00Z')), dosDateTime(new Date('2107-12-31T23:59:58Z')));
  });

  it('refuses an invalid date', () => {
    assert.throws(() => dosDateTime(new Date('pas une date')), RangeError);
  });
});
