import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { insertUnder } from './insert-under';
import type { Stub } from './stub';
import { applyChanges } from './verified';

const stub: Stub = { key: 'neuf', children: [{ key: 'dedans', value: 'x', comment: ['à faire'] }] };
const added = { neuf: { dedans: 'x' } };

/** The text after, with the entry from its first sign that is no blank, and no dash, to the end. */
function after(
  text: string,
  path: readonly (string | number)[],
  more: { readonly after?: readonly string[]; readonly stub?: Stub } = {},
): string | undefined {
  const start = text.search(/[^\s-]/);
  const entry = { start, end: text.trimEnd().length };
  const change = insertUnder({ uri: 'file:///a', text, entry, path, stub, ...more });
  return change && applyChanges(text, [change]);
}
const read = (text: string | undefined): unknown => parse(text ?? '');

describe('a key written under an entry', () => {
  it('is there, beside all that was there, whatever the style', () => {
    const cases: readonly [text: string, path: readonly (string | number)[], value: unknown][] = [
      ['A:\n  b: 1\n', [], { A: { ...added, b: '1' } }],
      ['A: { b: 1 }\n', [], { A: { ...added, b: '1' } }],
      ['A: {}\n', [], { A: added }],
      ['A:\n', [], { A: added }],
      ['A: ~\n', [], { A: added }],
      ['A: null\n', [], { A: added }],
      ['A:\n  b:\n    c: 1\n', ['b'], { A: { b: { ...added, c: '1' } } }],
      ['A:\n  b:\n', ['b', 'c'], { A: { b: { c: added } } }],
      ['A:\n  b: 1\n', ['c', 'd'], { A: { b: '1', c: { d: added } } }],
      ['A: { b: { c: 1 } }\n', ['b'], { A: { b: { ...added, c: '1' } } }],
      ['A: { b: 1 }\n', ['c'], { A: { b: '1', c: added } }],
      ['A: { b: ~ }\n', ['b'], { A: { b: added } }],
      ['A: { b: {} }\n', ['b'], { A: { b: added } }],
      ['A:\n  b:\n    - c: 1\n    - d: 2\n', ['b', 1], { A: { b: [{ c: '1' }, { d: '2', ...added }] } }],
      ['A:\n  b: [ { c: 1 } ]\n', ['b', 0], { A: { b: [{ c: '1', ...added }] } }],
      ['A:\n  b: 1\n  c:\n    - d: 1\n', ['c', 0], { A: { b: '1', c: [{ d: '1', ...added }] } }],
    ];
    for (const [text, path, value] of cases) {
      const result = after(text, path);
      assert.deepEqual(
        parse(result ?? '', { schema: 'failsafe' }),
        asText(value),
        `${text} ${path.join('/')}\n${String(result)}`,
      );
    }
  });

  it('keeps every comment, and stands in front or behind what it is told', () => {
    const text = 'A:\n  # de b\n  b: 1 # un\n  # de c\n  c:\n    d: 2 # deux\n  # fin\n';
    for (const [behind, order] of [
      [[], ['neuf', 'b', 'c']],
      [['b'], ['b', 'neuf', 'c']],
      [['c'], ['b', 'c', 'neuf']],
      [
        ['b', 'c'],
        ['b', 'c', 'neuf'],
      ],
      [['absent'], ['neuf', 'b', 'c']],
    ] as const) {
      const result = after(text, [], { after: behind }) ?? '';
      assert.deepEqual(Object.keys((read(result) as { A: object }).A), order);
      for (const line of text.trimEnd().split('\n')) assert.ok(result.includes(line), result);
    }
    const flow = after('A: { b: 1, c: 2 }\n', [], { after: ['b'] });
    assert.deepEqual(Object.keys((read(flow) as { A: object }).A), ['b', 'neuf', 'c']);
  });

  it('goes behind a value that reaches over lines, and behind a key without value', () => {
    const text = 'A:\n  b: |\n    un\n    deux\n  c:\n  # de d\n  d: 1\n';
    assert.deepEqual(read(after(text, [], { after: ['b'] })), {
      A: { b: 'un\ndeux\n', ...added, c: null, d: 1 },
    });
    assert.deepEqual(Object.keys((read(after(text, [], { after: ['c'] })) as { A: object }).A), [
      'b',
      'c',
      'neuf',
      'd',
    ]);
    const list = 'A:\n  b:\n    - un\n    - c: 1\n  d: 2\n';
    assert.deepEqual(Object.keys((read(after(list, [], { after: ['b'] })) as { A: object }).A), ['b', 'neuf', 'd']);
  });

  it('keeps margin, step and line ends of what stands there', () => {
    const text = 'x:\r\n    A:\r\n        b:\r\n            c: 1\r\n';
    const start = text.indexOf('A:');
    const change = insertUnder({ uri: 'file:///a', text, entry: { start, end: text.length - 2 }, path: ['b'], stub });
    assert.ok(change);
    const result = applyChanges(text, [change]);
    assert.equal(
      result,
      'x:\r\n    A:\r\n        b:\r\n            neuf:\r\n                dedans: x\r\n                    # à faire\r\n            c: 1\r\n',
    );
  });

  it('is nowhere where it would change what is meant: aliases, values of another kind, items that are not there', () => {
    for (const [text, path] of [
      ['*a : { b: 1 }\n', []],
      ['A: *b\n', []],
      ['A: rien\n', []],
      ['A: rien\n', ['b']],
      ['A: [ 1 ]\n', ['b']],
      ['A:\n  b: [ 1 ]\n', ['b', 0]],
      ['A:\n  b: []\n', ['b', 0]],
      ['A:\n  b:\n', ['b', 0]],
      ['A:\n  b: { c: 1 }\n', ['b', 0]],
      ['A:\n  b: "{}"\n', ['b']],
      ['A: "~"\n', []],
      ['A: { b: [ }\n', ['b']],
    ] as const)
      assert.equal(after(text, path), undefined, text);
  });

  it('is nowhere under a key in braces that has no value, and beside keys that are no words', () => {
    assert.equal(after('A: { b, c: 1 }\n', ['b']), undefined);
    const text = 'A:\n  ? [ x ]\n  : 1\n  b: 2\n';
    const result = after(text, [], { after: ['b'] }) ?? '';
    assert.ok(result.startsWith(text) && result.includes('  neuf:\n'), result);
    assert.equal(after(text, ['c'])?.startsWith(text), true);
  });
});

/** Numbers are texts to a reader that knows no types. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}
