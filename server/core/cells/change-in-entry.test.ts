import assert from 'node:assert/strict';
import { applyChanges } from '../fixes/verified';
import { addItem } from './add-item';
import {
  dropItem,
  dropKey,
  setKey,
  setNumbers,
  type EntryChange,
  type EntryChanges,
  type NewValue,
} from './change-in-entry';
import { EntryYaml, type EntryPath } from './entry-yaml';
import { isAsAsked } from './plain-entry';

const head = 'exigences:\n';

/** An entry as it stands under a section, two columns in. */
function entryOf(body: string): EntryYaml {
  const text = `${head}  ${body.replaceAll('\n', '\n  ')}\n`;
  return new EntryYaml({ uri: 'file:///a', text, entry: { start: head.length + 2, end: text.length - 1 } });
}

/** What the entry becomes, or why it does not. */
function after(body: string, make: (yaml: EntryYaml) => EntryChange | EntryChanges): string {
  const yaml = entryOf(body);
  const changes = make(yaml);
  if (typeof changes === 'string') return changes;
  const text = applyChanges(yaml.of.text, 'uri' in changes ? [changes] : changes);
  assert.ok(text.startsWith(`${head}  `) && text.endsWith('\n'), text);
  return text.slice(head.length + 2, -1).replaceAll('\n  ', '\n');
}

function valueAt(path: EntryPath, text = 'x'): NewValue {
  return {
    text,
    source: () => text,
    stub: { key: String(path.at(-1)), value: text },
    after: [],
    under: path.slice(0, -1),
  };
}

type Row = readonly [body: string, path: EntryPath, expected: string];

describe('setKey', () => {
  it('writes where a text can be written, and says why it can not elsewhere', () => {
    const rows: readonly Row[] = [
      ['A:\n  k: y', ['k'], 'A:\n  k: x'],
      ['A:\n  k: x # vu', ['k'], 'same'],
      ['A:\n  k: Null', ['k'], 'A:\n  k: x'],
      ['A: { k: , l: 1 }', ['k'], 'A: { k: x , l: 1 }'],
      ['A:\n  k: |\n  l: 1', ['k'], 'A:\n  k: |-\n    x\n  l: 1'],
      ['A:\n  k: [a]', ['k'], 'shape'],
      ['A:\n  ? k\n  ? l', ['k'], 'shape'],
      ['A:\n  - k', [0], 'shape'],
      ['A:\n  - k', [1], 'shape'],
      ['A:\n  - k', ['k'], 'shape'],
      ['A:\n  k: 1', [0], 'shape'],
      ['A: { k: , l: 1 }', ['k', 'm'], 'shape'],
      ['A:\n  k: *y', ['k'], 'alias'],
      ['A:\n  k: &y 1\n  l: *y', ['k'], 'shared'],
      ['A: *y', ['k'], 'alias'],
      ['A: &y\n  k: 1\nB: *y', ['k'], 'shared'],
      ['*y : { k: 1 }', ['k'], 'alias'],
      ['A: "', ['k'], 'alias'],
      ['A: 1', [], 'shape'],
    ];
    for (const [body, path, expected] of rows)
      assert.equal(
        after(body, (yaml) => setKey(yaml, path, valueAt(path))),
        expected,
        body,
      );
  });
});

describe('dropKey', () => {
  it('takes a key away with those above it that hold nothing else', () => {
    const rows: readonly Row[] = [
      ['A:\n  k:\n    l: 1\n  m: 1', ['k', 'l'], 'A:\n  m: 1'],
      ['A:\n  k: { l: 1 }\n  m: 1', ['k', 'l'], 'A:\n  m: 1'],
      ['A:\n  k: # pourquoi\n    l: 1\n  m: 1', ['k', 'l'], 'A:\n  k: # pourquoi\n  m: 1'],
      ['A:\n  - l: 1', [0, 'l'], 'shape'],
      ['A:\n  - { l: 1 }', [0, 'l'], 'A:\n  - {}'],
      ['A:\n  - l: 1\n    # sur m\n    m: 1', [0, 'l'], 'A:\n  -\n    # sur m\n    m: 1'],
      ['A: { "k" : 1 # vu\n    , l: 2 }', ['k'], 'shape'],
      ['A:\n  ? k\n  ? l', ['k'], 'shape'],
      ['A:\n  l: 1', ['k'], 'same'],
      ['A:\n  - k', [0], 'shape'],
      ['A:\n  k: &y 1\n  l: *y', ['k'], 'shared'],
      ['A:\n  k: *y', ['k', 'l'], 'alias'],
    ];
    for (const [body, path, expected] of rows)
      assert.equal(
        after(body, (yaml) => dropKey(yaml, path, 0)),
        expected,
        body,
      );
  });
});

describe('dropItem', () => {
  it('takes an item out of its list, whatever stands around it', () => {
    const rows: readonly Row[] = [
      ['A:\n  - a\n  - b', [0], 'A:\n  - b'],
      ['A:\n  - a\n  - &y\n    b: 1', [1], 'A:\n  - a'],
      ['A: [a, b]', [1], 'A: [a]'],
      ['A: [ # vu\n    a, b]', [0], 'A: [ # vu\n    b]'],
      ['A: [a, # vu\n    b]', [1], 'A: [a, # vu\n    ]'],
      ['A: [a, # vu\n    b, c]', [1], 'A: [a, # vu\n     c]'],
      ['A: [*y]', [0], 'A: []'],
      ['A:\n  - - a\n    - b', [0, 1], 'A:\n  - - a'],
      ['A:\n  - - a\n    - b', [0, 0], 'shape'],
      ['A:\n  - a', [1], 'shape'],
      ['A:\n  k: 1', ['k'], 'shape'],
      ['A:', [0], 'shape'],
      ['A:\n  - &y a\n  - *y', [0], 'shared'],
      ['A: *y', [0], 'alias'],
    ];
    for (const [body, path, expected] of rows)
      assert.equal(
        after(body, (yaml) => dropItem(yaml, path)),
        expected,
        body,
      );
  });
});

describe('addItem', () => {
  it('adds it in the style of the list, which it makes where none is', () => {
    const rows: readonly Row[] = [
      ['A:\n  k:\n    - b # vu\n  l: 1', ['k'], 'A:\n  k:\n    - b # vu\n    - { a: 1 }\n  l: 1'],
      ['A:\n  k: [b, ]', ['k'], 'A:\n  k: [b, { a: 1 } ]'],
      ['A:\n  k: []', ['k'], 'A:\n  k: [{ a: 1 }]'],
      ['A:\n  k: ~', ['k'], 'A:\n  k: [{ a: 1 }]'],
      ['A:\n  l: 1', ['k'], 'A:\n  k: [{ a: 1 }]\n  l: 1'],
      ['A: { l: , m: 1 }', ['l', 'k'], 'shape'],
      ['A:\n  k: b', ['k'], 'shape'],
      ['A:\n  - b', [0], 'shape'],
      ['A:\n  k: *y', ['k'], 'alias'],
      ['A:\n  k: &y []\n  l: *y', ['k'], 'shared'],
    ];
    for (const [body, path, expected] of rows)
      assert.equal(
        after(body, (yaml) => addItem(yaml, path, '{ a: 1 }', [])),
        expected,
        body,
      );
  });
});

describe('setNumbers', () => {
  it('writes the list in the style that stands there, of a block the lines alone that come or go', () => {
    const rows: readonly (readonly [body: string, expected: string])[] = [
      ['A:\n  k:\n    - 1 # un\n    - 2\n    - "3"\n    - 3', 'A:\n  k:\n    - 1 # un\n    - "3"'],
      ['A:\n  k:\n    - 3\n    # fin', 'A:\n  k:\n    - 3\n    - 1\n    # fin'],
      ['A:\n  k: [1, 3] # vu', 'same'],
      ['A:\n  k: [1, 2]', 'A:\n  k: [1, 3]'],
      ['A:\n  k: [1, # un\n    2]', 'shape'],
      ['A:\n  k: [[1]]', 'shape'],
      ['A:\n  k: 1', 'shape'],
      ['A:\n  k:', 'A:\n  k: [1, 3]'],
      ['A:\n  l: 1', 'A:\n  k: [1, 3]\n  l: 1'],
      ['A:\n  - 1', 'shape'],
      ['A:\n  k: *y', 'alias'],
      ['A:\n  k: &y [1]\n  l: *y', 'shared'],
    ];
    for (const [body, expected] of rows)
      assert.equal(
        after(body, (yaml) => setNumbers(yaml, ['k'], [1, 3], [])),
        expected,
        body,
      );
    assert.equal(
      after('A: { l: , m: 1 }', (yaml) => setNumbers(yaml, ['l', 'k'], [1], [])),
      'shape',
    );
  });
});

describe('isAsAsked', () => {
  it('accepts what was asked, however it is written, and nothing else', () => {
    const said = (before: string, now: string, path: EntryPath, value: string | readonly string[] | undefined) =>
      isAsAsked(entryOf(before), entryOf(now), [{ path, value }]);
    for (const [before, now, path, value, expected] of [
      ['A: { k: 1 }', 'A:\n  k: "2"', ['k'], '2', true],
      ['A: { k: 1 }', 'A: { k: 3 }', ['k'], '2', false],
      ['A: { k: 1 }', 'B: { k: 2 }', ['k'], '2', false],
      ['A: { k: 1 }', 'A: { k: 2', ['k'], '2', false],
      ['A: { k: 1', 'A: { k: 2 }', ['k'], '2', false],
      ['[A]: { k: 1 }', '[A]: { k: 2 }', ['k'], '2', true],
      ['A: { [a]: 1, k: 1 }', 'A: { k: 2, [a]: 1 }', ['k'], '2', true],
      ['A: { [a]: 1, k: 1 }', 'A: { k: 2, [b]: 1 }', ['k'], '2', false],
      ['A: { k: *x }', 'A: { k: *y, l: 1 }', ['l'], '1', false],
      ['A: { k: 1 }', 'A: { k: 1 }', ['k', 0], undefined, true],
      ['A: [a, b]', 'A: [b]', [0], undefined, true],
      ['A: {}', 'A: {}', ['k'], undefined, true],
    ] as const)
      assert.equal(said(before, now, path, value), expected, `${before} ${now}`);
    const more = { item: [['le', '2026-01-02']] as const };
    for (const [before, now] of [
      ['A: { k: 1 }', 'A: { k: [{ le: 2026-01-02 }] }'],
      ['A: { k: [a] }', 'A: { k: [a, { le: 2026-01-02 }] }'],
    ] as const)
      assert.equal(isAsAsked(entryOf(before), entryOf(now), [{ path: ['k'], value: more }]), true, before);
  });
});
