import assert from 'node:assert/strict';
import { dateValues, doneValues, isDay, momentOf } from './parcours-values';

describe('what is typed of the way', () => {
  it('is a day of the calendar, with an hour where one is told', () => {
    assert.ok(isDay('2028-02-29'));
    for (const text of ['2026-02-29', '2026-13-01', '13/05/2026', '', '2026-5-1'])
      assert.equal(isDay(text), false, text);
    assert.deepEqual(momentOf('2026-05-13 12:00'), { date: '2026-05-13', heure: '12:00' });
    assert.deepEqual(momentOf(' 2026-05-13 '), { date: '2026-05-13' });
    for (const text of ['2026-05-13 24:00', '2026-05-13 midi', '12:00']) assert.equal(momentOf(text), undefined, text);
  });

  it('tells the state of the step only where the date is over', () => {
    const today = '2026-05-13';
    assert.deepEqual(doneValues(''), { etat: 'faite' });
    assert.deepEqual(doneValues(today), { etat: 'faite', fin: today });
    assert.deepEqual(dateValues('fin', today, 'à faire', today), { etat: 'faite', fin: today });
    assert.deepEqual(dateValues('fin', '2026-05-14', 'en cours', today), { etat: 'en cours', prevue_le: '2026-05-14' });
    assert.deepEqual(dateValues('debut', today, 'à faire', today), { etat: 'en cours', debut: today });
    assert.deepEqual(dateValues('debut', today, 'faite', today), { etat: 'faite', debut: today });
    assert.deepEqual(dateValues('prevue_le', today, 'à faire', today), { etat: 'à faire', prevue_le: today });
  });
});
