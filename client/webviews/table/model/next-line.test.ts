import assert from 'node:assert/strict';
import type { TableRow } from '../../../../protocol/requests/table';
import { madeUpRow } from './made-up-rows';
import type { Line } from './lines';
import { nextLine } from './next-line';

const lineOf = (row: Partial<TableRow>, piece = 0): Line => ({
  kind: 'proof',
  key: String(piece),
  row: madeUpRow('P', row),
  piece,
});
const group: Line = { kind: 'group', key: 'g', label: 'g', isFolded: false, provided: 0, total: 1 };

describe('the next line that wants something', () => {
  const lines = [
    group,
    lineOf({ status: 'provided' }),
    lineOf({ status: 'toProvide' }),
    lineOf({ status: 'incomplete' }),
    lineOf({ status: 'incomplete' }, 1),
    group,
    lineOf({ status: 'toReview', requested: true }),
  ];
  const at = (from: number, what: 'missing' | 'toReview' | 'requested', direction: 'next' | 'previous') =>
    nextLine(lines, from, what, direction);

  it('is after or before the line at hand, and around the ends', () => {
    assert.deepEqual(at(1, 'missing', 'next'), { index: 2, number: 1, total: 2 });
    assert.deepEqual(at(2, 'missing', 'next'), { index: 3, number: 2, total: 2 });
    assert.deepEqual(at(3, 'missing', 'next'), { index: 2, number: 1, total: 2 });
    assert.deepEqual(at(1, 'missing', 'previous'), { index: 3, number: 2, total: 2 });
    assert.deepEqual(at(6, 'missing', 'previous'), { index: 3, number: 2, total: 2 });
  });

  it('is another proof, also from the line of a further piece', () => {
    assert.deepEqual(at(4, 'missing', 'previous'), { index: 2, number: 1, total: 2 });
    assert.deepEqual(at(4, 'missing', 'next'), { index: 2, number: 1, total: 2 });
  });

  it('is of the kind that is asked for, or none', () => {
    assert.equal(at(0, 'toReview', 'next')?.index, 6);
    assert.equal(at(0, 'requested', 'next')?.index, 6);
    assert.equal(nextLine(lines.slice(0, 2), 0, 'missing', 'next'), undefined);
  });
});
