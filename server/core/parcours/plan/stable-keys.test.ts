import assert from 'node:assert/strict';
import { stableKey, stableKeys } from './stable-keys';

interface One {
  readonly parts: readonly string[];
  readonly order: number;
}
const keysOf = (...all: readonly One[]) => {
  const keys = stableKeys(
    all,
    ({ parts }) => parts,
    ({ order }) => order,
  );
  return all.map((one) => keys.get(one));
};

describe('keys that stay', () => {
  it('are eight digits, the same for the same words in whatever case, form and spaces', () => {
    const key = stableKey(['Cabinet Été', '2026-01-30']);
    assert.match(key, /^[0-9a-f]{8}$/);
    assert.equal(stableKey([' cabinet   ÉTÉ', '2026-01-30 ']), key);
    assert.equal(stableKey(['Cabinet E\u0301te\u0301', '2026-01-30']), key);
    for (const other of [
      ['Cabinet Ete', '2026-01-30'],
      ['CabinetÉté', '2026-01-30'],
      ['Cabinet Été 2026-01-30'],
      ['Cabinet', 'Été 2026-01-30'],
    ])
      assert.notEqual(stableKey(other), key, other.join('|'));
    // Short ones are filled up, so that none looks like another.
    for (let at = 0; at < 500; at++) assert.match(stableKey([String(at)]), /^[0-9a-f]{8}$/);
  });

  it('number what says the same by what comes first, wherever it stands', () => {
    const [early, late, last] = [1, 2, 3].map((order) => ({ parts: ['a'], order }));
    assert.ok(early && late && last);
    const key = stableKey(['a']);
    assert.deepEqual(keysOf(early, late, last), [key, `${key}-2`, `${key}-3`]);
    assert.deepEqual(keysOf(last, late, early), [`${key}-3`, `${key}-2`, key]);
    assert.deepEqual(keysOf(late, { parts: ['b'], order: 0 }, early), [`${key}-2`, stableKey(['b']), key]);
  });
});
