import assert from 'node:assert/strict';
import { isIn, moved, rangeOf } from './selection';

const size = { lines: 30, columns: 5, page: 10 };

describe('the selection', () => {
  it('moves as in a spreadsheet, and stops at the ends', () => {
    const at = { line: 15, column: 2 };
    const to = (key: string, isFar = false) => {
      const { line, column } = moved(at, key, isFar, size) ?? assert.fail(key);
      return [line, column];
    };
    assert.deepEqual(to('ArrowUp'), [14, 2]);
    assert.deepEqual(to('ArrowDown', true), [29, 2]);
    assert.deepEqual(to('ArrowLeft', true), [15, 0]);
    assert.deepEqual(to('ArrowRight'), [15, 3]);
    assert.deepEqual(to('Home'), [15, 0]);
    assert.deepEqual(to('End', true), [29, 4]);
    assert.deepEqual(to('PageDown'), [25, 2]);
    assert.deepEqual(moved({ line: 25, column: 0 }, 'PageDown', false, size), { line: 29, column: 0 });
    assert.equal(moved(at, 'a', false, size), undefined);
  });

  it('covers all between its corners, whichever came first', () => {
    const range = rangeOf({ active: { line: 2, column: 4 }, anchor: { line: 5, column: 1 } });
    assert.deepEqual(range, { top: 2, bottom: 5, left: 1, right: 4 });
    assert.ok(isIn(range, { line: 5, column: 4 }));
    assert.ok(!isIn(range, { line: 6, column: 4 }));
  });
});
