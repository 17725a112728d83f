import assert from 'node:assert/strict';
import { lineCounter } from './line-counter';

describe('line numbers of places', () => {
  it('count each kind of line end once, from the first line on', () => {
    const text = 'a\nb\r\nc\rd';
    const lineOf = lineCounter(text, 5);
    assert.deepEqual([0, 2, 5, 7].map(lineOf), [5, 6, 7, 8]);
  });

  it('begin again at a place before the last', () => {
    const lineOf = lineCounter('a\nb\nc\nd', 1);
    assert.deepEqual([6, 2, 4, 0].map(lineOf), [4, 2, 3, 1]);
  });
});
