import assert from 'node:assert/strict';
import { workSaid } from './work-words';

describe('what a cell says of the work', () => {
  const said = {
    fait: ['✓', '✔\ufe0f', '☑', 'Fournie', 'x', '100 %', 'OK'],
    'à faire': ['✗', '☐', '❌', 'À produire', '0 %', 'KO'],
    'en cours': ['50 %', '12,5%', 'En cours de relecture'],
    'à vérifier': ['À relire', 'in review'],
  };
  for (const [state, cells] of Object.entries(said))
    it(`is « ${state} »`, () => {
      for (const cell of cells) assert.deepEqual(workSaid(cell), { kind: 'state', state }, cell);
    });

  it('is nothing, that nothing is to be shown, or not known', () => {
    assert.deepEqual(workSaid(' - '), { kind: 'nothing' });
    assert.deepEqual(workSaid('S.O.'), { kind: 'notApplicable' });
    assert.deepEqual(workSaid('peut-être'), { kind: 'unknown' });
    assert.deepEqual(workSaid('Peut-être', new Map([['peut etre', 'en cours']])), { kind: 'state', state: 'en cours' });
  });
});
