import assert from 'node:assert/strict';
import { mostItems } from '../text/most-items';
import { readPlainYaml, treeByLibrary } from './plain-yaml';

const typed: ReadonlySet<string> = new Set(['nombre']);
const limits = { values: 100, depth: 3 };
const read = (text: string) => readPlainYaml(text, typed, limits);

describe('plain data of a YAML text', () => {
  it('keeps what is written, and numbers only under keys that have them', () => {
    const text = 'a: 12.10\nnombre: 12.10\nb: { nombre: [1, true, x] }\n"12": \nc: "null"\n';
    for (const tree of [undefined, treeByLibrary])
      assert.deepEqual(JSON.parse(JSON.stringify(readPlainYaml(text, typed, limits, ...(tree ? [tree] : [])).value)), {
        a: '12.10',
        nombre: 12.1,
        b: { nombre: [1, true, 'x'] },
        '12': null,
        c: 'null',
      });
  });

  it('has the place of each of its parts, and none of what is not of it', () => {
    const text = 'a: [x, yy]\nb:\n1: z\n';
    const yaml = read(text);
    const at = (container: object, key: string, part: 'key' | 'value') => {
      const range = yaml.rangeOf(container, key, part);
      return range && text.slice(range.start, range.end);
    };
    const root = yaml.value as { readonly a: object };
    assert.deepEqual([at(root, 'a', 'key'), at(root, '1', 'value'), at(root.a, '1', 'value')], ['a', 'z', 'yy']);
    assert.equal(at(root, 'b', 'key'), 'b');
    assert.deepEqual(
      [at(root, 'c', 'key'), at({}, 'a', 'key'), at(root.a, '7', 'value')],
      [undefined, undefined, undefined],
    );
    assert.equal(read('a: [').rangeOf({}, 'a', 'key'), undefined);
  });

  it('is nothing of a text that says nothing', () => {
    for (const text of ['', '# note\n', '---\n', '~\n'])
      assert.deepEqual([read(text).value ?? undefined, read(text).problems.length], [undefined, 1], text);
  });

  it('stops where it costs too much, and says so once', () => {
    for (const text of [
      `a: ${'['.repeat(9)}${']'.repeat(9)}\nb: ${'['.repeat(9)}${']'.repeat(9)}\n`,
      `a: [${'x, '.repeat(200)}]\n`,
    ]) {
      assert.equal(read(text).problems.length, 1);
      assert.equal(read(text).problems[0]?.severity, 'error');
    }
    const twice = read('a: { <<: { b: 1 } }\nc: { <<: { b: 1 } }\n');
    assert.equal(twice.problems.length, 1);
  });
});

const wide = { values: 1_000_000, depth: 20 };
const many = (count: number, unit: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => unit(i)).join('');

describe('plain YAML', () => {
  it('is not read where a list or a mapping has more entries than any file of ours, whoever reads it', () => {
    const texts = [many(mostItems + 1, (index) => `k${index}: v\n`), `a:\n${many(mostItems + 1, () => '  - v\n')}`];
    for (const text of texts) {
      for (const treeOf of [undefined, treeByLibrary]) {
        const { problems } = readPlainYaml(text, new Set(), wide, treeOf);
        assert.deepEqual(
          problems.map(({ message }) => message.en),
          ['More than 10000 entries in one list: the file is not read.'],
        );
      }
    }
    const { problems, value } = readPlainYaml(
      many(mostItems, (index) => `k${index}: v\n`),
      new Set(),
      wide,
    );
    assert.deepEqual([problems, Object.keys(value as object).length], [[], mostItems]);
  });

  it('is not read where it is broken all over', () => {
    const { problems } = readPlainYaml(
      many(2000, (index) => `k${index}: "\\q"\n`),
      new Set(),
      wide,
    );
    assert.deepEqual(
      problems.map(({ message }) => message.en),
      ['Too many syntax errors from here on: the file is not read.'],
    );
  });

  it('tells the line of each of the first errors, and of a second document', () => {
    const said = (text: string) => readPlainYaml(text, new Set(), wide).problems.map(({ message }) => message.en);
    const broken = said('a: "\\q"\r\nb: 1\nc:\n\td: 1\n');
    assert.match(broken[0] ?? '', /^Unreadable YAML \(BAD_DQ_ESCAPE\)/);
    assert.ok(broken.includes('Tab in the margin (line 4): YAML takes spaces only.'), broken.join('\n'));
    assert.deepEqual(said('a: 1\n---\nb: 1\n'), ['This file is one YAML document: remove what follows "---".']);
  });
});
