import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromTsv, toTsv } from './tsv';

describe('cells on the clipboard', () => {
  it('are read as spreadsheets write them', () => {
    assert.deepEqual(fromTsv('a\tb\r\nc\td\r\n'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    assert.deepEqual(fromTsv('un\n'), [['un']]);
    assert.deepEqual(fromTsv('"deux\nlignes"\t"dit ""oui"""\n'), [['deux\nlignes', 'dit "oui"']]);
    assert.deepEqual(fromTsv('a\t\t\n\t\n'), [
      ['a', '', ''],
      ['', ''],
    ]);
    assert.deepEqual(fromTsv(''), [['']]);
  });

  it('keep quotes that open no cell, and end with the text where a quote never does', () => {
    assert.deepEqual(fromTsv('5" d’écran\tb'), [['5" d’écran', 'b']]);
    assert.deepEqual(fromTsv('"sans fin\tb'), [['sans fin\tb']]);
    assert.deepEqual(fromTsv('"a"b\tc'), [['ab', 'c']]);
  });

  it('never begin as a formula does where they go, and come back as they were', () => {
    for (const text of ['=1+1', '+33 1', '- voir', '@SOMME(A1)', '＝1', "'=1", '-1+cmd', '\t=1'])
      assert.match(toTsv([[text]]), /^"?'/, text);
    assert.equal(toTsv([['-12', '3,5', "l'écran", "'ici'"]]), "-12\t3,5\tl'écran\t'ici'");
    assert.deepEqual(fromTsv("'=1+1\t'ici'\t'-12"), [['=1+1', "'ici'", '-12']]);
  });

  it('come back as they went, whatever is in them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', 'é', ' ', "'", '=', '-', '1') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (cells) => {
        // A last row of one empty cell is the line end after the row before.
        fc.pre(cells.length === 1 || cells.at(-1)?.join('') !== '' || (cells.at(-1)?.length ?? 0) > 1);
        assert.deepEqual(fromTsv(toTsv(cells)), cells);
      }),
    );
  });
});
