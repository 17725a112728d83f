import assert from 'node:assert/strict';
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
