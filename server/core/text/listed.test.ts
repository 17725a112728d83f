import assert from 'node:assert/strict';
import { listed } from './listed';

describe('a list of names', () => {
  it('is whole, or the first of them and their number', () => {
    assert.equal(listed(['a', 'b'], 2, 'fr'), 'a, b');
    assert.equal(listed(['a', 'b', 'c'], 2, 'fr'), 'a, b, … (3 en tout)');
    assert.equal(listed(['a', 'b', 'c'], 2, 'en'), 'a, b, … (3 in all)');
    assert.equal(listed([], 2, 'en'), '');
  });
});
