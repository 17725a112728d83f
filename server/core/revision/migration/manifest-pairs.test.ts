import assert from 'node:assert/strict';
import { ManifestPairs } from './manifest-pairs';

describe('ManifestPairs', () => {
  const text = `a:
  b: [{ c: 1 }]
  # sous b
  d:
    - e: 2 # fin
    # reste
*x : 3
? w
[g, { h: 4 }]: { i: { j: 5 } }
`;
  const pairs = new ManifestPairs(text);
  const at = (key: string) => {
    const pair = pairs.at(text.indexOf(key));
    return (
      pair && [
        text.slice(pair.range.start, pair.range.end),
        pair.value === undefined ? undefined : text[pair.value],
        pair.flow,
      ]
    );
  };

  it('knows each key by where it begins, its value without the comments under it, and whether braces are around it', () => {
    assert.deepEqual(at('b:'), ['b: [{ c: 1 }]', '[', false]);
    assert.deepEqual(at('c:'), ['c: 1', '1', true]);
    assert.deepEqual(at('d:'), ['d:\n    - e: 2', '-', false]);
    assert.deepEqual(at('w'), ['w', undefined, false]);
    assert.deepEqual(at('h:'), ['h: 4', '4', true]);
    assert.deepEqual(at('j:'), ['j: 5', '5', true]);
    assert.equal(at('*x'), undefined, 'an alias as key');
    assert.equal(at('[g'), undefined, 'a list as key');
    assert.equal(text.slice(pairs.at(0)?.range.start, pairs.at(0)?.range.end), text.slice(0, text.indexOf(' # fin')));
  });

  it('finds a key by its value, and nothing in a text that says nothing', () => {
    assert.deepEqual(pairs.ofValue(text.indexOf('5')), pairs.at(text.indexOf('j:')));
    assert.equal(pairs.ofValue(0), undefined);
    assert.equal(new ManifestPairs('').at(0), undefined);
    assert.equal(new ManifestPairs('a').at(0), undefined);
  });
});
