import assert from 'node:assert/strict';
import { momentText } from '../../server/core/time/moment';
import { parisInstant, parisMoment } from '../../server/core/time/paris-time';

describe('Paris time', () => {
  it('goes back and forth for every hour of a year', () => {
    for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 3_600_000) {
      const back = parisInstant(parisMoment(instant));
      // Of the hour that comes twice in October, only the first is found again.
      assert.ok(back === instant || back === instant - 3_600_000, new Date(instant).toISOString());
    }
    assert.equal(momentText(parisMoment(Date.UTC(2026, 4, 13, 10, 0))), '2026-05-13 12:00');
  });
});
