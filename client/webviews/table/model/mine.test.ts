import assert from 'node:assert/strict';
import type { TableRow } from '../../../../protocol/requests/table';
import { filterOnMine, isOnMine } from './mine';

const row = (responsible?: string) =>
  ({ follow: { inherited: [], ...(responsible === undefined ? {} : { responsible }) } }) as unknown as TableRow;

describe('the proofs of whoever looks at the table', () => {
  it('are those that name them, however the name is written', () => {
    const filter = filterOnMine([row('AM'), row('am '), row('Bo'), row(), row('AM')], 'Am');
    assert.deepEqual(filter, { values: ['AM', 'am '] });
    assert.ok(isOnMine({ filters: { responsible: filter } }, 'AM'));
  });

  it('are none where nobody names them: not all of them', () => {
    const filter = filterOnMine([row('Bo'), row()], 'Zoé');
    assert.deepEqual(filter, { values: ['Zoé'] });
    assert.ok(isOnMine({ filters: { responsible: filter } }, 'zoé'));
    assert.ok(!isOnMine({ filters: {} }, 'Zoé'));
    assert.ok(!isOnMine({ filters: { responsible: { values: ['Zoé', 'Bo'] } } }, 'Zoé'));
    assert.ok(!isOnMine({ filters: { responsible: { values: ['Zoé'], contains: 'x' } } }, 'Zoé'));
  });
});
