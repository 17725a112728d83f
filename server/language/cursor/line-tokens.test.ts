import assert from 'node:assert/strict';
import { lineTokens } from './line-tokens';

describe('what begins a line', () => {
  const kinds = (line: string) => lineTokens(line).map(({ kind, column }) => `${kind} ${column}`);

  it('is the lists and the key that it opens, each at its column', () => {
    assert.deepEqual(kinds('  - - fichier: a.png'), ['dash 2', 'dash 4', 'key 6']);
    assert.deepEqual(kinds('-'), ['dash 0']);
    assert.deepEqual(kinds('-a: b'), ['key 0']);
  });

  it('has its value before a comment, where there is none', () => {
    const starts = (line: string) => lineTokens(line).map((one) => (one.kind === 'key' ? one.valueStart : undefined));
    assert.deepEqual(
      [starts('a:  # b'), starts('a: # b'), starts('a:  b # c'), starts('a: &b # c')],
      [[3], [3], [4], [3]],
    );
  });

  it('is looked at no further than anyone writes', () => {
    assert.equal(lineTokens('- '.repeat(300_000)).length, 100);
  });
});
