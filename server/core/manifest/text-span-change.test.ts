import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit, randomEdit } from '../../../test/kit/random-edit';
import { changeBetween, combineChanges } from './text-span-change';

describe('changeBetween', () => {
  it('gives the smallest replacement', () => {
    assert.deepEqual(changeBetween('abc', 'abXc'), { start: 2, removed: 0, inserted: 1 });
    assert.deepEqual(changeBetween('aaa', 'aa'), { start: 2, removed: 1, inserted: 0 });
    assert.deepEqual(changeBetween('abc', 'abc'), { start: 3, removed: 0, inserted: 0 });
    assert.deepEqual(changeBetween('', 'abc'), { start: 0, removed: 0, inserted: 3 });
  });
});

describe('combineChanges', () => {
  it('covers every edit of a series', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(randomEdit, { minLength: 1, maxLength: 5 }),
        (before, edits) => {
          let text = before;
          const changes = edits.map((one) => {
            const result = applyEdit(text, one);
            text = result.text;
            return result.change;
          });
          const all = combineChanges(changes);
          assert.ok(all);
          assert.equal(text.length, before.length - all.removed + all.inserted);
          assert.equal(text.slice(0, all.start), before.slice(0, all.start));
          assert.equal(text.slice(all.start + all.inserted), before.slice(all.start + all.removed));
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });
});
