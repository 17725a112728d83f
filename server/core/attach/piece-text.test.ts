import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { applyChanges } from '../fixes/verified';
import { addPiece } from './piece-text';
import type { PieceField } from './piece-fields';

const fields: readonly PieceField[] = [
  ['execution', '7'],
  ['version', '1.0'],
];
const piece = { execution: '7', version: '1.0' };

/** A text after a piece was written under the keys of a path, in the first entry. */
function after(text: string, ...path: string[]): string | undefined {
  const start = text.search(/[^\s]/);
  const change = addPiece({ uri: 'file:///a', text, entry: { start, end: text.trimEnd().length }, path, fields });
  return change && applyChanges(text, [change]);
}
const read = (text: string | undefined): unknown => parse(text ?? '', { schema: 'failsafe' });

describe('a piece written under a proof', () => {
  it('is the last of its list, whatever was written there and how, and nothing else changes', () => {
    const texts: readonly [text: string, before: readonly unknown[]][] = [
      ['A:\n  b:\n', []],
      ['A:\n  b: []\n', []],
      ['A:\n  b: ~\n', []],
      ['A:\n  b: null\n', []],
      ['A:\n  b:   # note\n', []],
      ['A:\n  b: []   \n', []],
      ['A:\n  b: [] # note\n', []],
      ['A: { b: }\n', []],
      ['A: { b: [] }\n', []],
      ['A: { b }\n', []],
      ['A:\n  b: [ { c: d } ]\n', [{ c: 'd' }]],
      ['A:\n  b: [ c, d ]\n', ['c', 'd']],
      ['A: { b: [ { c: d } ] }\n', [{ c: 'd' }]],
      ['A:\n  b:\n    - c: d\n', [{ c: 'd' }]],
      ['A:\n  b:\n  - c: d\n  - e: f\n', [{ c: 'd' }, { e: 'f' }]],
      ['A:\n  b:\n    - c: |\n        un\n        deux\n', [{ c: 'un\ndeux\n' }]],
    ];
    for (const [text, before] of texts) {
      assert.deepEqual(read(after(text, 'b')), { A: { b: [...before, piece] } }, text);
      for (const line of text.match(/#.*/g) ?? []) assert.ok(after(text, 'b')?.includes(line), text);
      if (text.startsWith('A:\n')) {
        const more = `${text}  z: 1 # fin\n`;
        assert.deepEqual(read(after(more, 'b')), { A: { b: [...before, piece], z: '1' } }, more);
        assert.ok(after(more, 'b')?.endsWith('  z: 1 # fin\n'));
      }
    }
  });

  it('stands as far in as the keys around it, with their line ends', () => {
    assert.equal(
      after('A:\n      b:\n            c:\n', 'b', 'c'),
      'A:\n      b:\n            c:\n                  - execution: 7\n                    version: 1.0\n',
    );
    assert.equal(
      after('A:\n   b:\n      c: []\n', 'b', 'c'),
      'A:\n   b:\n      c:\n         - execution: 7\n           version: 1.0\n',
    );
    assert.equal(after('  A:\n    b:\n', 'b'), '  A:\n    b:\n      - execution: 7\n        version: 1.0\n');
    assert.equal(after('A:\r\n  b: []\r\n', 'b'), 'A:\r\n  b:\r\n    - execution: 7\r\n      version: 1.0\r\n');
    assert.equal(
      after('A:\r\n  b:\r\n  - c: d\r\n', 'b'),
      'A:\r\n  b:\r\n  - c: d\r\n  - execution: 7\r\n    version: 1.0\r\n',
    );
  });

  it('is nowhere where it would be there twice, or in place of something', () => {
    const texts = [
      'A:\n  b: rien\n',
      'A:\n  b: "~"\n',
      'A:\n  b: { c: d }\n',
      'A:\n  b: *x\n',
      'A:\n  b: &x [ { c: d } ]\n  e: *x\n',
      'A:\n  b: &x []\n  e: *x\n',
      'A:\n  b: !autre []\n',
      'A: &x\n  b: []\n  e: *x\n',
      'A: rien\n',
      'A: [ b ]\n',
      'A:\n  c: []\n',
      'A: { b: [ }\n',
      '- b\n',
    ];
    for (const text of texts) assert.equal(after(text, 'b'), undefined, text);
    // A mark that nothing repeats harms nobody.
    assert.deepEqual(read(after('A:\n  b: &x [ { c: d } ]\n', 'b')), { A: { b: [{ c: 'd' }, piece] } });
  });

  it('is written under a key that is marked as one, but for one whose value does not begin', () => {
    assert.equal(after('A:\n  ? b\n', 'b'), undefined);
    assert.deepEqual(read(after('A:\n  ? b\n  : []\n', 'b')), { A: { b: [piece] } });
  });
});
