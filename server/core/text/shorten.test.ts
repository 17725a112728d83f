import assert from 'node:assert/strict';
import { shorten } from './shorten';

describe('shorten', () => {
  it('leaves a short text, on one line', () => {
    assert.equal(shorten(' Un\n  texte\tcourt ', 20), 'Un texte court');
    assert.equal(shorten('Attendu\u00a0: «\u202fun\u202f»', 20), 'Attendu\u00a0: «\u202fun\u202f»');
  });

  it('is never longer than asked, and ends at a word where one is near', () => {
    assert.equal(shorten('un deux trois quatre', 10), 'un deux…');
    assert.equal(shorten('un deux trois', 8), 'un deux…');
    assert.equal(shorten('anticonstitutionnellement', 10), 'anticonst…');
    assert.equal(shorten('a anticonstitutionnellement', 10), 'a anticon…');
  });

  it('ends in one ellipsis, whatever stood there', () => {
    assert.equal(shorten('données de santé… et la suite', 18), 'données de santé…');
    assert.equal(shorten('un, deux, trois', 10), 'un, deux…');
    assert.equal(shorten('abc... defghijkl', 9), 'abc…');
  });

  it('cuts no character in two', () => {
    for (let length = 2; length < 12; length++)
      assert.doesNotMatch(shorten('🦋'.repeat(10), length), /[\ud800-\udfff]/u);
  });
});
