import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { canKeepBoth, gitConflictAt, gitConflicts } from './conflict-markers';

const conflict = (index: number) => `<<<<<<< a\nA${index}: b\n||||||| o\nA: o\n=======\nA${index}: c\n>>>>>>> d\n`;

describe('conflicts of git', () => {
  it('are found at their first marker as in the whole text', () => {
    const text = `x: 1\n${conflict(1)}y: 2\n<<<<<<< lost\n${conflict(2)}=======\nz: 3\n${conflict(3)}<<<<<<< open\nw: 4\n`;
    const all = gitConflicts(text);
    assert.equal(all.length, 6);
    for (const one of all) {
      const isFirst = text.startsWith('<', one.marker.start);
      assert.deepEqual(gitConflictAt(text, one.marker.start), isFirst || one.partial ? one : undefined);
    }
    assert.equal(gitConflictAt(text, 0), undefined);
  });

  it('are looked for no further than the next one', () => {
    const text = conflict(1).repeat(500);
    const slice = mock.method(String.prototype, 'slice');
    const found = gitConflictAt(text, conflict(1).length);
    const read = slice.mock.calls.flatMap(({ this: of, result }) => (String(of) === text ? [result?.length] : []));
    slice.mock.restore();
    assert.ok(found?.versions);
    assert.deepEqual(read, [conflict(1).length]);
  });

  it('keep both versions where no key is in both', () => {
    assert.equal(canKeepBoth('a: 1\nb: 2\n', 'c: 3\n'), true);
    assert.equal(canKeepBoth('a: 1\nb: 2\n', 'b: 3\n'), false);
    assert.equal(canKeepBoth('- a\n', '- a\n'), true);
  });
});
