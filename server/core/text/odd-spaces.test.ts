import assert from 'node:assert/strict';
import { oddSpacesAround, oddSpacesOfKey, withSpaces } from './odd-spaces';

const nb = '\u00a0';
const mended = (text: string, start = 0, end = text.length) =>
  withSpaces(text, oddSpacesAround(text, [{ start, end }]));

describe('odd spaces', () => {
  it('are mended where YAML wants a space or nothing, and left in what is written', () => {
    for (const [text, plain] of [
      [`${nb}${nb}a: 1`, '  a: 1'],
      [`-${nb}a`, '- a'],
      [`a${nb}:${nb}1`, 'a : 1'],
      [`- "a b"${nb}: ${nb}1`, '- "a b" :  1'],
      [`a: b${nb}c`, `a: b${nb}c`],
      [`#${nb}note`, `#${nb}note`],
      [`a: |\n  b${nb}: 1\n ${nb}\nc${nb}: 2`, `a: |\n  b${nb}: 1\n ${nb}\nc : 2`],
    ] as const)
      assert.equal(mended(text), plain, JSON.stringify(text));
  });

  it('are looked for around the stretches that were asked for, in whatever order', () => {
    const line = `a${nb}: 1\n`;
    const text = line.repeat(9);
    const places = (...starts: number[]) =>
      oddSpacesAround(
        text,
        starts.map((start) => ({ start, end: start })),
      ).map(({ start }) => Math.floor(start / line.length));
    assert.deepEqual(places(line.length * 7 + 1, line.length * 2 + 1), [1, 2, 6, 7]);
    assert.deepEqual(places(), []);
  });

  it('of a key are those at its ends and behind its dash', () => {
    const found = (key: string) => oddSpacesOfKey(key).map(({ start, end }) => [start, end]);
    assert.deepEqual(found(`${nb}a${nb}b${nb}${nb}`), [
      [0, 1],
      [4, 6],
    ]);
    assert.deepEqual(found(`-${nb}a`), [[1, 2]]);
    assert.deepEqual(found(`a${nb}b`), []);
  });

  it('are written once where two places meet', () => {
    assert.equal(
      withSpaces('abcd', [
        { start: 2, end: 3 },
        { start: 0, end: 2 },
        { start: 1, end: 2 },
      ]),
      '   d',
    );
  });
});
