import assert from 'node:assert/strict';
import { NestingError, parseBoundedYaml } from './bounded-yaml';

describe('bounded YAML', () => {
  it('reads documents as the library does', () => {
    const documents = parseBoundedYaml('a: [1, { b: c }]\n---\n- 2\n');
    assert.deepEqual(
      documents.map((document) => document.toJS() as unknown),
      [{ a: [1, { b: 'c' }] }, [2]],
    );
    assert.deepEqual(parseBoundedYaml(''), []);
    assert.equal(parseBoundedYaml('a: [')[0]?.errors.length, 1);
  });

  it('stops where the text goes too deep, at any size', () => {
    const deep = [
      '['.repeat(500_000),
      '{a: '.repeat(100_000),
      '- '.repeat(100_000),
      `a: ${'['.repeat(1000)}${']'.repeat(1000)}`,
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      '? '.repeat(10_000),
    ];
    for (const text of deep) {
      assert.throws(
        () => parseBoundedYaml(text),
        (error) => error instanceof NestingError && error.offset <= text.length,
        text.slice(0, 20),
      );
    }
  });

  it('leaves room for what people write', () => {
    const nested = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}a:\n`).join('');
    assert.equal(parseBoundedYaml(nested)[0]?.errors.length, 0);
  });
});
