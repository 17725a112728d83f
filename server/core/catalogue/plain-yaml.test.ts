import assert from 'node:assert/strict';
import { mostItems } from '../text/most-items';
import { readPlainYaml, treeByLibrary } from './plain-yaml';

const limits = { values: 1_000_000, depth: 20 };
const many = (count: number, unit: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => unit(i)).join('');

describe('plain YAML', () => {
  it('is not read where a list or a mapping has more entries than any file of ours, whoever reads it', () => {
    const texts = [many(mostItems + 1, (index) => `k${index}: v\n`), `a:\n${many(mostItems + 1, () => '  - v\n')}`];
    for (const text of texts) {
      for (const treeOf of [undefined, treeByLibrary]) {
        const { problems } = readPlainYaml(text, new Set(), limits, treeOf);
        assert.deepEqual(
          problems.map(({ message }) => message.en),
          ['More than 10000 entries in one list: the file is not read.'],
        );
      }
    }
    const { problems, value } = readPlainYaml(
      many(mostItems, (index) => `k${index}: v\n`),
      new Set(),
      limits,
    );
    assert.deepEqual([problems, Object.keys(value as object).length], [[], mostItems]);
  });

  it('is not read where it is broken all over', () => {
    const { problems } = readPlainYaml(
      many(2000, (index) => `k${index}: "\\q"\n`),
      new Set(),
      limits,
    );
    assert.deepEqual(
      problems.map(({ message }) => message.en),
      ['Too many syntax errors from here on: the file is not read.'],
    );
  });

  it('tells the line of each of the first errors, and of a second document', () => {
    const said = (text: string) => readPlainYaml(text, new Set(), limits).problems.map(({ message }) => message.en);
    const broken = said('a: "\\q"\r\nb: 1\nc:\n\td: 1\n');
    assert.match(broken[0] ?? '', /^Unreadable YAML \(BAD_DQ_ESCAPE\)/);
    assert.ok(broken.includes('Tab in the margin (line 4): YAML takes spaces only.'), broken.join('\n'));
    assert.deepEqual(said('a: 1\n---\nb: 1\n'), ['A catalogue is one YAML document: remove what follows "---".']);
  });
});
