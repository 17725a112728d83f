import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { mostConflicts, withoutConflicts } from './text-slips';

describe('slips of a text', () => {
  it('tell where each of many conflicts ends without cutting the text for each', () => {
    const text = `a: 1\n${'<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> d\n'.repeat(40)}`;
    const split = mock.method(String.prototype, 'split');
    const { problems = [] } = withoutConflicts(text) ?? {};
    const cuts = split.mock.callCount();
    split.mock.restore();
    assert.equal(cuts, 0);
    assert.deepEqual(
      problems.map(({ args }) => args['line']),
      Array.from({ length: 40 }, (_, index) => 6 + 5 * index),
    );
  });

  it('tell the first of very many conflicts, and read none of their lines', () => {
    const one = '<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> d\n';
    const mended = withoutConflicts(one.repeat(mostConflicts + 5));
    assert.equal(mended?.problems.length, mostConflicts);
    assert.equal(mended.problems.at(-1)?.range.start, (mostConflicts - 1) * one.length);
    assert.doesNotMatch(mended.text, /[<=>]/);
  });
});
