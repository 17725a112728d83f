import assert from 'node:assert/strict';
import { piecesIn, SheetFiles } from './sheet-files';

const found = (written: string, ...insides: string[]) => {
  const files = insides.map((inside) => ({ inside, path: `/captures/${inside}` }));
  const sought = new SheetFiles(files).find(written);
  if (sought.kind === 'file') return sought.file.inside;
  return sought.kind === 'several' ? sought.files.map(({ inside }) => inside) : undefined;
};

describe('a file that a sheet names', () => {
  it('is found by path, name, stem and spelling of the web', () => {
    assert.equal(found('.\\lot\\a.png', 'lot/a.png', 'a.png'), 'lot/a.png');
    assert.equal(found('A', 'lot/a.png'), 'lot/a.png');
    assert.equal(found('mon%20a.png', 'mon a.png'), 'mon a.png');
    assert.equal(found('100%25%.png', 'a.png'), undefined);
    assert.deepEqual(found('a', 'a.png', 'a.log'), ['a.png', 'a.log']);
    for (const nothing of ['', '/', ' ']) assert.equal(found(nothing, 'a.png'), undefined);
  });
});

describe('the pieces in a cell', () => {
  const there = new Set(['a.png', 'b.png', 'a, b.png', 'c d.png']);
  const pieces = (cell: string) => piecesIn(cell, (text) => there.has(text));

  it('are its lines, without their bullets', () => {
    assert.deepEqual(pieces('- a.png\n\n2) b.png ; \n• a.png'), ['a.png', 'b.png']);
    assert.deepEqual(pieces(' – '), []);
  });

  it('are told apart at what may stand in a name only where each is one', () => {
    assert.deepEqual(pieces('a, b.png'), ['a, b.png']);
    assert.deepEqual(pieces('a.png, b.png et https://exemple.fr/r'), ['a.png', 'b.png', 'https://exemple.fr/r']);
    assert.deepEqual(pieces('a.png, nouveau.png'), ['a.png', 'nouveau.png']);
    assert.deepEqual(pieces('a.png, pas encore'), ['a.png, pas encore']);
    assert.deepEqual(pieces('a.png / c d.png'), ['a.png', 'c d.png']);
    assert.deepEqual(pieces('a.png b.png'), ['a.png', 'b.png']);
    assert.deepEqual(pieces('a.png perdu.png'), ['a.png perdu.png']);
  });

  it('are the targets of what notebooks attach', () => {
    assert.deepEqual(pieces('![écran](a.png)'), ['a.png']);
  });
});
