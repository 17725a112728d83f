import assert from 'node:assert/strict';
import { placesOf } from './id-in-name';
import { NameTable } from './name-table';

describe('entries by their ids', () => {
  const table = new NameTable<string>();
  table.add('INS/va1.56', 'a', ['SC.INS/va1.56', 'INS/va1.56']);
  table.add('A.01~un', 'b', [], 'A.01');
  table.add('A.01~deux', 'c', [], 'A.01');
  const found = (id: string, isNear?: (entry: string) => boolean) => {
    const one = table.find(id, isNear);
    return one && [one.entry, one.byAlias];
  };

  it('are found by the nearest form', () => {
    assert.deepEqual(found('INS/va1.56'), ['a', false]);
    assert.deepEqual(found('SC.INS/va1.56'), ['a', true]);
    assert.deepEqual(found('ins/VA1.56'), ['a', true]);
    assert.equal(found('INS/va1.57'), undefined);
    assert.deepEqual(table.ids(), ['INS/va1.56', 'A.01~un', 'A.01~deux']);
  });

  it('are none where several share an id, unless one of them is near', () => {
    assert.equal(found('A.01'), undefined);
    assert.deepEqual(table.rivals('A.01'), ['b', 'c']);
    assert.deepEqual(table.rivals('INS/va1.56'), []);
    assert.deepEqual(
      found('A.01', (entry) => entry === 'c'),
      ['c', true],
    );
    assert.equal(
      found('A.01', () => true),
      undefined,
    );
  });
});

describe('an id in a name', () => {
  it('stands there as a word of its own', () => {
    assert.deepEqual(placesOf('va1.56', 'va1.56.02 va1.560 va1.56, xva1.56'), [18]);
    assert.deepEqual(placesOf('', 'va1.56'), []);
  });
});
