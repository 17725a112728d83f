import assert from 'node:assert/strict';
import { mergePlainText } from './merge-plain-text';

const names = { ours: 'nous', theirs: 'eux' };

describe('mergePlainText', () => {
  it('takes what only one changed, and every sign of it', () => {
    for (const [base, ours, theirs, text] of [
      ['a', 'b\r\n', 'b\r\n', 'b\r\n'],
      ['a', 'b', 'a', 'b'],
      ['a', 'a', 'b', 'b'],
      ['a\nb\nc\n', 'a\nb\nd', '0\na\nb\nc\n', '0\na\nb\nd'],
    ] as const)
      assert.deepEqual(mergePlainText(base, ours, theirs, names), { text, conflicts: [], by: 'lines' });
  });

  it('gives each marker a line of its own, where a version ends without one', () => {
    assert.deepEqual(mergePlainText('a', 'b', 'c\n', names), {
      text: '<<<<<<< nous\nb\n=======\nc\n>>>>>>> eux\n',
      conflicts: [{ kind: 'lines', path: [], line: 1 }],
      by: 'lines',
    });
  });
});

describe('mergePlainText, of texts that differ in more lines than are compared one by one', () => {
  const numbered = (count: number, line: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, i) => line(i));
  const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

  it('still knows each line that stands there once, and compares what is between such lines', () => {
    // One side writes anew each third line of four; the other adds, and changes, among the lines that stay.
    const base = numbered(1600, (index) => [`entrée ${String(index)}`, '  suite', 'texte', '  fin'][index % 4] ?? '');
    const ours = base.map((line, index) => (line === 'texte' ? `nouveau texte ${String(index)}` : line));
    const theirs = ['en tête', ...base.slice(0, 400), 'entrée modifiée', ...base.slice(401), 'à la fin'];
    const merged = mergePlainText(textOf(base), textOf(ours), textOf(theirs), names);
    assert.deepEqual(merged.conflicts, []);
    assert.equal(
      merged.text,
      textOf(['en tête', ...ours.slice(0, 400), 'entrée modifiée', ...ours.slice(401), 'à la fin']),
    );
  });

  it('keeps lines in the order that most of them have, where some were moved', () => {
    const base = numbered(1500, (index) => `ligne ${String(index)}`);
    const moved = [...base.slice(1000, 1300), ...base.slice(0, 1000), ...base.slice(1300)];
    const changed = base.map((line, index) => (index === 500 ? 'changée' : line));
    const merged = mergePlainText(textOf(base), textOf(moved), textOf(changed), names);
    assert.deepEqual(merged.conflicts, []);
    assert.equal(merged.text, textOf(moved.map((line) => (line === 'ligne 500' ? 'changée' : line))));
  });

  it('asks once for all of it, where no line is in both', () => {
    const [base, ours, theirs] = ['b', 'n', 'e'].map((name) => textOf(numbered(600, (index) => name + String(index))));
    assert.ok(base !== undefined && ours !== undefined && theirs !== undefined);
    const merged = mergePlainText(base, ours, theirs, names);
    assert.deepEqual(merged.conflicts, [{ kind: 'lines', path: [], line: 1 }]);
    assert.equal(merged.text, `<<<<<<< nous\n${ours}=======\n${theirs}>>>>>>> eux\n`);
  });
});
