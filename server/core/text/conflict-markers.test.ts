import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { canKeepBoth, firstVersions, gitConflictAt, gitConflicts, nextLine } from './conflict-markers';

const told = (text: string) =>
  gitConflicts(text).map(({ range, partial, versions }) => [
    text.slice(range.start, range.end).split('\n')[0],
    partial,
    versions && [versions.ours, versions.theirs].map(({ start, end }) => text.slice(start, end)),
  ]);

describe('conflicts that git left', () => {
  it('have two versions, also with the one that both come from', () => {
    const two = 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> autre\n';
    assert.deepEqual(told(two), [['<<<<<<< HEAD', false, ['b: 1\n', 'b: 2\n']]]);
    const three = '<<<<<<< HEAD\nb: 1\n||||||| base\nb: 0\n=======\nb: 2\n>>>>>>> autre';
    assert.deepEqual(told(three), [['<<<<<<< HEAD', false, ['b: 1\n', 'b: 2\n']]]);
    assert.equal(firstVersions(two, gitConflicts(two)).replace(/\n+/g, '\n'), 'a: 1\nb: 1\n');
    assert.equal(firstVersions(two, gitConflicts(two)).length, two.length);
  });

  it('are told marker by marker where some are gone', () => {
    assert.deepEqual(told('<<<<<<< HEAD\nb: 1\n>>>>>>> autre\n'), [
      ['<<<<<<< HEAD', true, undefined],
      ['>>>>>>> autre', true, undefined],
    ]);
    assert.deepEqual(told('=======\nb: 2\n>>>>>>> autre\n'), [
      ['=======', true, undefined],
      ['>>>>>>> autre', true, undefined],
    ]);
    assert.deepEqual(told('<<<<<<< HEAD\n=======\nb: 2\n<<<<<<< HEAD\n'), [
      ['<<<<<<< HEAD', true, undefined],
      ['=======', true, undefined],
      ['<<<<<<< HEAD', true, undefined],
    ]);
    assert.deepEqual(told('<<<<<<< HEAD\nb: 1\n||||||| base\n>>>>>>> autre\n'), [['<<<<<<< HEAD', false, undefined]]);
    assert.deepEqual(told('titre: x\n  =======\n<<<<<<<<\n'), []);
  });

  it('leave the line behind the last where the text ends', () => {
    assert.equal(nextLine('a\nb', 0), 2);
    assert.equal(nextLine('a\nb', 2), 3);
  });
});

describe('both versions of a conflict', () => {
  it('are kept where they are items, or entries under other keys, of one column', () => {
    for (const [ours, theirs] of [
      ['  - a\n', '  - b\n    c: 1\n'],
      ['a: 1\n# note\n\n', '"b": 2\n  c: 3\n'],
      ['  a:\n    x: 1\n', '  b:\n'],
    ] as const)
      assert.ok(canKeepBoth(ours, theirs), ours + theirs);
  });

  it('are not where nobody can say what that would be', () => {
    for (const [ours, theirs] of [
      ['a: 1\n', "'a': 2\n"],
      ['a: 1\n', '  b: 2\n'],
      ['- a\n', 'b: 2\n'],
      ['    a: 1\n  b: 2\n', '    c: 3\n'],
      ['suite du texte\n', 'b: 2\n'],
      ['- a\nb: 1\n', '- c\n'],
      ['', 'b: 2\n'],
      ['# note\n', 'b: 2\n'],
    ] as const)
      assert.ok(!canKeepBoth(ours, theirs), ours + theirs);
  });
});

const conflict = (index: number) => `<<<<<<< a\nA${index}: b\n||||||| o\nA: o\n=======\nA${index}: c\n>>>>>>> d\n`;

describe('the first conflict of a text', () => {
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
