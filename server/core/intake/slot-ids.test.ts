import assert from 'node:assert/strict';
import { SlotIds } from './slot-ids';

const slot = (proof: string, scenario: string) => ({ proof, scenario, pieces: 0 });

describe('the ids of a dossier in a sheet', () => {
  const ids = new SlotIds([slot('A/01.01', 'A/01'), slot('A_01.01', 'A/01'), slot('B/01.01', 'B/01')]);

  it('are found as they are written, however their separators are typed', () => {
    assert.equal(ids.find('preuve', ' b/01.01 '), 'b/01.01');
    assert.equal(ids.find('preuve', '« B - 01.01 ».'), 'B/01.01');
    assert.equal(ids.find('scenario', 'B/01.01'), undefined);
  });

  it('are none where what is typed may be two', () => {
    assert.equal(ids.find('preuve', 'A/01.01'), 'A/01.01');
    assert.equal(ids.find('preuve', 'A-01.01'), undefined);
    assert.equal(ids.find('scenario', 'A-01'), 'A/01');
  });

  it('are offered where one letter is missing', () => {
    assert.equal(ids.near('preuve', 'B/01.02')[0], 'B/01.01');
    assert.deepEqual(ids.near('exigence', 'B/01'), []);
  });
});
