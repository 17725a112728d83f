import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { withoutConflicts } from './text-slips';

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
});
