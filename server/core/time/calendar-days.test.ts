import assert from 'node:assert/strict';
import { daysBetweenDates, yearBefore } from './calendar-days';

describe('days of the calendar', () => {
  it('are counted between two dates that are', () => {
    assert.equal(daysBetweenDates('2026-02-27', '2026-03-01'), 2);
    assert.equal(daysBetweenDates('2026-03-01', '2026-02-27'), -2);
    assert.equal(daysBetweenDates('2026-02-30', '2026-03-01'), undefined);
    assert.equal(daysBetweenDates('2026-03-01', 'demain'), undefined);
  });

  it('are the same a year before, but for the one that comes every four years', () => {
    assert.deepEqual(
      ['2026-11-20', '2028-02-29', '2026-02-30', ''].map((date) => yearBefore(date)),
      ['2025-11-20', '2027-02-28', undefined, undefined],
    );
  });
});
