import assert from 'node:assert/strict';
import { addMonths, daysBetween, earlier, isAfter, later, minuteOf, moment, momentText } from './moment';
import { parisInstant, parisMoment } from './paris-time';

const at = (text: string) => {
  const [date = '', time] = text.split(' ');
  const found = moment(date, time);
  assert.ok(found, text);
  return found;
};

describe('moments', () => {
  it('are days that exist, with an hour when it can be read', () => {
    assert.equal(moment('2026-02-29'), undefined);
    assert.equal(momentText(at('2028-02-29 14:00')), '2028-02-29 14:00');
    assert.equal(momentText(at('2026-05-13 midi')), '2026-05-13');
    assert.deepEqual(['14:00', '14h', '9h05', '24:00', '14:60', '14'].map(minuteOf), [
      840,
      840,
      545,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are over at their hour, and a day without hour only the day after', () => {
    assert.equal(isAfter(at('2026-05-13 12:00'), at('2026-05-13 12:00')), true);
    assert.equal(isAfter(at('2026-05-13 11:59'), at('2026-05-13 12:00')), false);
    assert.equal(isAfter(at('2026-05-13'), at('2026-05-13 12:00')), false);
    assert.equal(isAfter(at('2026-05-13 23:59'), at('2026-05-13')), false);
    assert.equal(isAfter(at('2026-05-14'), at('2026-05-13 12:00')), true);
  });

  it('compare as limits and as beginnings', () => {
    assert.equal(momentText(earlier(at('2026-05-13'), at('2026-05-13 12:00')) ?? at('2000-01-01')), '2026-05-13 12:00');
    assert.equal(momentText(later(at('2026-05-13'), at('2026-05-13 12:00'))), '2026-05-13 12:00');
    assert.equal(daysBetween(at('2026-05-12 13:00'), at('2026-05-13 12:00')), 0);
    assert.equal(daysBetween(at('2026-05-13 13:00'), at('2026-05-13 12:00')), -1);
    assert.equal(daysBetween(at('2026-05-12'), at('2026-05-13 12:00')), 1);
  });

  it('keep the day of the month, or take the last one', () => {
    assert.equal(momentText(addMonths(at('2026-07-10'), 2)), '2026-09-10');
    assert.equal(momentText(addMonths(at('2025-12-31'), 2)), '2026-02-28');
    assert.equal(momentText(addMonths(at('2027-12-31'), 2)), '2028-02-29');
    assert.equal(momentText(addMonths(at('2026-03-01'), 12)), '2027-03-01');
  });
});

describe('Paris time', () => {
  const utc = (text: string) => new Date(parisInstant(at(text))).toISOString().slice(0, 16);

  it('is one hour ahead in winter, two in summer, on both sides of each change', () => {
    assert.equal(utc('2026-03-28 14:00'), '2026-03-28T13:00');
    assert.equal(utc('2026-03-29 14:00'), '2026-03-29T12:00');
    assert.equal(utc('2026-10-24 12:00'), '2026-10-24T10:00');
    assert.equal(utc('2026-10-25 12:00'), '2026-10-25T11:00');
    assert.equal(utc('2022-06-15 14:00'), '2022-06-15T12:00');
    assert.equal(utc('2022-11-30'), '2022-11-29T23:00');
  });

  it('takes a skipped hour as an hour later, and a repeated one the first time', () => {
    assert.equal(utc('2026-03-29 02:30'), '2026-03-29T01:30');
    assert.equal(utc('2026-10-25 02:30'), '2026-10-25T00:30');
    assert.equal(utc('2026-10-25 03:00'), '2026-10-25T02:00');
  });

  it('goes back and forth around each change of hour', () => {
    for (const change of [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25)])
      for (let instant = change - 43_200_000; instant < change + 43_200_000; instant += 1_800_000) {
        const back = parisInstant(parisMoment(instant));
        // Of the hour that comes twice in October, only the first is found again.
        assert.ok(back === instant || back === instant - 3_600_000, new Date(instant).toISOString());
      }
  });
});
