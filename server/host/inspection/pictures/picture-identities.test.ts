import assert from 'node:assert/strict';
import { picturedIdentities } from './picture-identities';
import type { PictureWord } from './picture-messages';
import { rowsOf } from './picture-rows';

/** Made up, with a valid key. */
const ins = '269022A00400188';
/** Seven pixels a letter, fifteen high. */
const words = (left: number, top: number, text: string): PictureWord[] => {
  let at = left;
  return text.split(' ').map((word) => {
    const placed = { text: word, left: at, top, width: word.length * 7, height: 15, confidence: 90 };
    at += (word.length + 1) * 7;
    return placed;
  });
};
const found = (...all: PictureWord[][]) => picturedIdentities(rowsOf(all.flat()));

describe('identities in the rows of a picture', () => {
  it('takes a number with a right key, and says where it stands', () => {
    assert.deepEqual(found(words(40, 90, `Matricule INS : ${ins}`)), [
      { value: ins, recognised: true, where: 'x 152, y 90' },
    ]);
  });

  it('names a number by a label above its field, and by the head of its column', () => {
    for (const label of [words(38, 60, 'Matricule INS'), words(40, 20, 'NIR')]) {
      assert.deepEqual(
        found(label, words(40, 90, ins)).map(({ unnamed }) => unnamed),
        [undefined],
      );
    }
    const table = [words(10, 0, 'Nom'), words(300, 0, 'Matricule'), words(10, 500, 'TEST'), words(300, 500, ins)];
    assert.deepEqual(
      found(...table).map(({ unnamed }) => unnamed),
      [undefined],
    );
  });

  it('names it by what is said of a person beside it', () => {
    for (const person of ['TEST Zoé née le 01/02/1969', 'Date de naissance : 01/02/1969', 'Prénoms : Zoé']) {
      assert.deepEqual(
        found(words(10, 60, person), words(10, 90, ins)).map(({ unnamed }) => unnamed),
        [undefined],
        person,
      );
    }
  });

  it('only sees a possible one where nothing names it', () => {
    const apart = [words(600, 0, 'INS'), words(10, 20, 'trace 42'), words(10, 400, ins)];
    assert.deepEqual(
      found(...apart).map(({ unnamed }) => unnamed),
      [true],
    );
  });

  it('joins what the eye joins: the key in its own field, strokes of borders, groups', () => {
    for (const text of [
      '269022A004001 | 88',
      '269022A004001 [88]',
      '269022A004001 Clé 88',
      '2 69 02 2A 004 001 88',
      '2 69 02 2A 004 001 clé : 88',
      '26902 2A004 00188',
    ]) {
      assert.deepEqual(
        found(words(10, 0, 'NIR'), words(40, 0, text)).map(({ value }) => value),
        [ins],
        text,
      );
    }
    const boxes = found(words(10, 0, 'NIR'), words(60, 2, '269022A004001'), words(220, -1, '|'), words(250, 3, '88'));
    assert.deepEqual(
      boxes.map(({ value }) => value),
      [ins],
    );
  });

  it('joins what a line break parts, where it is named', () => {
    for (const [first, second] of [
      ['Dernier patient : TEST, INS 269022A004001', '88'],
      ['INS 2 69 02 2A', '004 001 88'],
      ['INS 2 69 02 2A 004 001', '88 le 03/11/2026'],
    ] as const)
      assert.deepEqual(
        found(words(10, 0, first), words(10, 22, second)).map(({ value }) => value),
        [ins],
        first,
      );
    assert.deepEqual(found(words(10, 0, 'reçu 269022A004001'), words(10, 22, '88')), []);
    assert.deepEqual(found(words(10, 0, 'INS 269022A004001'), words(10, 200, '88')), []);
  });

  it('never makes up a digit: a wrong or missing key is no sighting, whatever names it', () => {
    for (const text of ['269022A00400189', '269022A004001', '26902ZA00400188', '269022A0040O188']) {
      assert.deepEqual(found(words(10, 0, `Matricule INS : ${text}`)), [], text);
    }
    assert.deepEqual(found(words(10, 0, 'NIR 269022A00400189 1.2.250.1.213.1.4.8')), []);
  });

  it('keeps the OID that is read beside it', () => {
    assert.equal(found(words(10, 0, `${ins} (1.2.250.1.213.1.4.10)`))[0]?.system, '1.2.250.1.213.1.4.10');
  });

  it('takes no number of a screen that is full of them', () => {
    const numbers = Array.from({ length: 25 }, (_, at) => words(10, 20 * at, `26902750040${String(at + 10)}99`));
    assert.deepEqual(found(...numbers, words(10, 900, ins)), []);
    assert.equal(found(...numbers.slice(0, 3), words(10, 900, ins)).length, 1);
  });

  it('does not join numbers of different columns', () => {
    const columns = [words(10, 0, 'INS'), words(10, 40, '269022A'), words(400, 40, '00400188')];
    assert.deepEqual(found(...columns), []);
  });
});
