import assert from 'node:assert/strict';
import { mergeEmptied } from './merge-emptied';

const names = { ours: 'nous', theirs: 'eux' };
const base = 'version: 1\ndossier:\n  dispositif: X\n';
const changed = base.replace('X', 'Y');
const removedBy = (ours: string, theirs: string, from = base) =>
  mergeEmptied({ base: from, ours, theirs }, names)?.conflicts.map((one) => [one.kind, one.line, one.removedBy]);

describe('a file of which nothing is left on one side', () => {
  it('is asked whole, with a newline or a comment left, and where the other did not change it', () => {
    for (const rest of ['', '\n', '# rien\r\n\r\n', '\ufeff', '  # rien']) {
      assert.deepEqual(removedBy(changed, rest), [['emptied', 1, 'theirs']], JSON.stringify(rest));
      assert.deepEqual(removedBy(rest, base), [['emptied', 1, 'ours']], JSON.stringify(rest));
    }
    const merged = mergeEmptied({ base, ours: changed, theirs: '' }, names);
    assert.equal(merged?.text, `<<<<<<< nous\n${changed}=======\n>>>>>>> eux\n`);
  });

  it('is no question where both emptied it, neither did, or there was nothing', () => {
    assert.equal(removedBy('', '# rien\n'), undefined);
    assert.equal(removedBy(changed, 'version: 1\n'), undefined);
    assert.equal(removedBy('', base, ''), undefined);
    assert.equal(removedBy(base, '# rien\n', '# rien\n'), undefined);
  });
});
