import assert from 'node:assert/strict';
import { addProofs, oneSpelling, sameText } from './row-cells';

const place = { sheet: 'S', row: 2 };
const proof = (id: string | undefined, expected: string, index = 1) => ({ id, expected, index, place });

describe('proofs of several rows', () => {
  it('are one where they have one id and the same words, or none', () => {
    const all = [proof('A.01 ', 'Vidéo')];
    addProofs(all, [proof('a.01', ' Vi déo'), proof('A.01', ''), proof('A.01', 'Journal'), proof('A.02', 'Vidéo')]);
    assert.deepEqual(
      all.map(({ id, expected }) => [id, expected]),
      [
        ['A.01', 'Vidéo'],
        ['A.01', 'Journal'],
        ['A.02', 'Vidéo'],
      ],
    );
  });

  it('without ids are one in the same column', () => {
    const all = [proof(undefined, 'Vidéo')];
    addProofs(all, [proof(undefined, 'Vidéo'), proof(undefined, 'Vidéo', 2)]);
    assert.deepEqual(
      all.map(({ index }) => index),
      [1, 2],
    );
  });

  it('take the words of the row that has some', () => {
    const all = [proof('A.01', '')];
    addProofs(all, [proof('A.01', 'Vidéo')]);
    assert.deepEqual(
      all.map(({ expected }) => expected),
      ['Vidéo'],
    );
  });
});

describe('two spellings', () => {
  it('of an id give the shorter, else the first in order, whichever comes first', () => {
    for (const [one, other, kept] of [
      ['A.01', 'A. 01', 'A.01'],
      ['a.01', 'A.01', 'A.01'],
      ['A.01', 'A.01', 'A.01'],
    ] as const)
      assert.deepEqual([oneSpelling(one, other), oneSpelling(other, one)], [kept, kept]);
  });

  it('of a text differ by spaces alone', () => {
    assert.ok(sameText('a b', 'a\u00a0b\n'));
    assert.ok(!sameText('a b', 'a c'));
  });
});
