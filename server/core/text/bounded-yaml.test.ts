import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import {
  CrowdError,
  FloodError,
  NestingError,
  parseBoundedDocument,
  parseBoundedYaml,
  writableDocument,
} from './bounded-yaml';

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

  it('reads one document as the library does, whatever it is', () => {
    const texts = [
      '',
      '# c\n',
      'a: 1\n',
      'a: [1\n',
      'a: 1\n---\nb: 2\n',
      '---\n...\n',
      '- a\n- *b\n',
      '\ufeffa: 1',
      'a: b: c',
    ];
    for (const text of texts) {
      const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
      const [own, library] = [parseBoundedDocument(text, options), parseDocument(text, options)];
      assert.equal(JSON.stringify(own.contents), JSON.stringify(library.contents), text);
      const told = ({ errors }: Pick<typeof library, 'errors'>) => errors.map(({ code, pos }) => [code, pos]);
      assert.deepEqual(told(own), told(library), text);
    }
    assert.equal(writableDocument('['.repeat(1000), {}), undefined);
  });

  it('tells a thousand errors of a document, and gives up a flood of them', () => {
    assert.equal(parseBoundedDocument(`a: [x${', , x'.repeat(300)}]`).errors.length, 300);
    const floods = {
      commas: `a: [${','.repeat(1_000_000)}`,
      'commas between spaces': `a: [${', \n '.repeat(200_000)}`,
      'commas between values': `a: [x${', , x'.repeat(20_000)}]`,
      quotes: `a: [${'"x" '.repeat(20_000)}]`,
    };
    for (const [name, text] of Object.entries(floods))
      assert.throws(() => parseBoundedDocument(text), FloodError, name);
    assert.equal(writableDocument(floods.commas, {}), undefined);
  });

  it('looks at no document behind the second, which is the mistake', () => {
    const deep = '['.repeat(500_000);
    const { errors } = parseBoundedDocument(`a: b\n---\nc: d\n---\ne: f\n---\n${deep}`);
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['MULTIPLE_DOCS'],
    );
    assert.throws(() => parseBoundedDocument(deep), NestingError);
  });

  it('reads no text that is little else than lists in lists, however few entries each has', () => {
    const many = (unit: string) => Array.from({ length: 30 }, (_, index) => `k${index}: ${unit}\n`).join('');
    const texts = {
      brackets: many('['.repeat(50) + ']'.repeat(50)),
      braces: many(`${'{a: '.repeat(50)}b${'}'.repeat(50)}`),
      dashes: many(`\n  ${'- '.repeat(50)}a`),
      empty: many(`[${'[],'.repeat(50)}]`),
    };
    for (const [name, text] of Object.entries(texts)) {
      assert.throws(() => parseBoundedDocument(text, {}, 60), CrowdError, name);
      assert.ok(parseBoundedDocument(text), name);
    }
    const pieces = many(`\n${'  - { fichier: a.png, date: 2026-11-03 }\n'.repeat(20)}`);
    assert.equal(parseBoundedDocument(pieces, {}, 100).errors.length, 0);
    const keys = many(`\n${'  b:\n    c: d\n  e: f\n'.repeat(1)}`);
    assert.equal(parseBoundedDocument(keys, {}, 100).errors.length, 0);
  });

  it('leaves room for what people write', () => {
    const nested = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}a:\n`).join('');
    assert.equal(parseBoundedYaml(nested)[0]?.errors.length, 0);
  });
});
