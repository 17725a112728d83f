import assert from 'node:assert/strict';
import { cleanText, cleanWord, isBlank, plainWords } from './cell-text';

describe('cell texts', () => {
  it('loses HTML leftovers and keeps the words', () => {
    assert.equal(
      cleanText('<u>CAS 1</u> : le <strong>produit </strong>A &amp; B  \n\n\n\nsuite '),
      'CAS 1 : le produit A & B\n\nsuite',
    );
    assert.equal(cleanText('show/<identifiant>, a&amp;lt;b'), 'show/<identifiant>, a&lt;b');
    assert.equal(cleanText('un<br/>deux'), 'un\ndeux');
    // Nothing says whether typed marks strike out: both the words and the marks stay.
    for (const typed of ['<s>Vidéo</s> Journal', '<del>Vidéo</del>', '<strike>Vidéo</strike>'])
      assert.equal(cleanText(typed), typed);
  });

  it('knows blanks and words', () => {
    assert.ok(['', '  ', '---', ' - ', '\u2014', '\u00a0'].every(isBlank));
    assert.ok(!isBlank('-a'));
    assert.equal(cleanWord(' INS/va1.56\u00a0\u200b\n BIS '), 'INS/va1.56 BIS');
    assert.equal(plainWords('N°\u00a0de l’Énoncé\n(DOIT)'), 'n de l enonce doit');
  });
});
