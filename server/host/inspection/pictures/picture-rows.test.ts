import assert from 'node:assert/strict';
import { cellsOf, rowsOf, textOf, wordsText } from './picture-rows';
import type { PictureWord } from './picture-messages';

const word = (text: string, left: number, top: number, height = 14): PictureWord => ({
  text,
  left,
  top,
  width: text.length * 7,
  height,
  confidence: 90,
});

describe('rows of words', () => {
  it('puts beside each other what stands beside each other, in whatever order it was read', () => {
    const words = [word('Clé', 200, 11), word('Nom', 0, 40), word('NIR', 0, 10), word('TEST', 60, 43, 10)];
    assert.deepEqual(rowsOf(words).map(textOf), ['NIR  Clé', 'Nom  TEST']);
  });

  it('keeps apart rows that touch', () => {
    const words = Array.from({ length: 30 }, (_, at) => word(`ligne${at}`, 0, at * 15, 16));
    assert.equal(rowsOf(words).length, 30);
  });

  it('does not let a slanting row grow into its neighbours', () => {
    const words = Array.from({ length: 20 }, (_, at) => [word('a', at * 30, at / 4), word('b', at * 30, 20 + at / 4)]);
    assert.equal(rowsOf(words.flat()).length, 2);
  });

  it('leaves out pictures taken for letters', () => {
    assert.deepEqual(rowsOf([word('a', 0, 0), word('b', 20, 0), word('O', 40, 0, 200)]).map(textOf), ['a b']);
  });

  it('parts a row at wide gaps', () => {
    const [row] = rowsOf([word('Nom', 0, 0), word('de', 28, 0), word('naissance', 49, 0), word('TEST', 300, 0)]);
    assert.deepEqual(row && cellsOf(row).map(wordsText), ['Nom de naissance', 'TEST']);
  });

  it('makes nothing of nothing', () => {
    assert.deepEqual(rowsOf([]), []);
  });
});
