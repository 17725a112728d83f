import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyLines, anySigns, assertSameTree, mutated } from '../../../test/kit/yaml-trees';
import { readSimpleYaml } from './simple-yaml';
import { SimpleList, SimpleMap, SimpleScalar, type SimpleNode } from './simple-yaml-nodes';

/** Fixed, so that a run says the same everywhere; change it to look for new cases. */
const seed = 20261215;

function plain(node: SimpleNode | undefined): unknown {
  if (node instanceof SimpleMap)
    return Object.fromEntries(node.items.map(({ key, value }) => [key.value, plain(value)]));
  if (node instanceof SimpleList) return node.items.map(plain);
  return node?.value;
}

const entry = `  INS/va1.56: # comme au REM
    empreinte: 3f9a1c20

    scenarios:
      # consommation
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/a b.mp4
              commentaire: |
                Première ligne.

                Troisième.
              note_interne: >-
                une
                phrase
              revue: { par: 'L''autre', le: 2026-11-03, avis: "dit \\"oui\\"" }
            # rien de plus
          INS/va1.56.02.02: []
    # fin
`;

describe('simple YAML', () => {
  it('reads what a manifest entry is made of', () => {
    assert.deepEqual(plain(readSimpleYaml(entry)), {
      'INS/va1.56': {
        empreinte: '3f9a1c20',
        scenarios: {
          'INS/va1.56.02': {
            preuves: {
              'INS/va1.56.02.01': [
                {
                  fichier: 'preuves/a b.mp4',
                  commentaire: 'Première ligne.\n\nTroisième.\n',
                  note_interne: 'une phrase',
                  revue: { par: "L'autre", le: '2026-11-03', avis: 'dit "oui"' },
                },
              ],
              'INS/va1.56.02.02': [],
            },
          },
        },
      },
    });
    assert.ok(assertSameTree(entry));
    assert.ok(assertSameTree(entry.replaceAll('\n', '\r\n')));
  });

  it('knows what is quoted from what is not', () => {
    const read = readSimpleYaml('a: null\nb: "null"\nc:\n');
    const values = read?.items.map(({ value }) => value instanceof SimpleScalar && [value.value, value.isPlain]);
    assert.deepEqual(values, [
      ['null', true],
      ['null', false],
      ['', true],
    ]);
  });

  it('leaves to the library whatever is not simple', () => {
    const texts = [
      ...['', '# rien\n', 'texte\n', '- a\n', '{ a: b }\n', '---\na: b\n', 'a: b\n...\n', '%YAML 1.2\n---\na: b\n', '\ufeffa: b\n'],
      ...['a: &x b\n', 'a: *x\n', 'a: !!str b\n', '? a\n: b\n', 'a: b\n\tc: d\n', 'a:\tb\n', 'a: b\rc: d\n', ': a\n', '<<: a\n'],
      ...['a: b\n  c\n', 'a: "b\n  c"\n', "a: 'b\n  c'\n", 'a: [b,\n  c]\n', 'a: >\n  b\n\n  c\n', 'a: |2\n   b\n', 'a: |+\n  b\n'],
      ...['a: b: c\n', 'a: b\n c: d\n', 'a:\n  b: c\n d: e\n', 'a: - b\n', 'a: [b\n', 'a: [b, ]\n', 'a: [b: c]\n', 'a: {b}\n'],
      ...['a: "\\x41"\n', 'a: "b" c\n', "a: 'b'# c\n", 'a:\n-\n', 'a:\n- - b\n', 'a: [-]\n', 'a: @b\n', 'a: # c\nb: d\n', 'a : b\n'],
    ]; // prettier-ignore
    for (const text of texts) assert.equal(readSimpleYaml(text), undefined, JSON.stringify(text));
  });

  it('reads tabs inside a literal text, as exports of spreadsheets have them', () => {
    for (const text of [
      'a: |-\n  un\n  \t* deux\tbis\n  trois\t\nb: c\n',
      'a:\n  - k: |\n      un\tdeux\n\n      \ttrois\n    l: m\n',
    ])
      assert.ok(assertSameTree(text), JSON.stringify(text));
    for (const text of [
      'a: |\n  \tb\n',
      'a: |\n  b\n  \t\n  c\n',
      'a: >\n  b\tc\n',
      'a: |\n  b\n\tc\n',
      'a: b\tc\n',
      '# \t\na: b\n',
    ])
      assert.equal(readSimpleYaml(text), undefined, JSON.stringify(text));
  });

  it('gives up on depth and on long keys before the library does', () => {
    const deep = Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    assert.equal(readSimpleYaml(deep), undefined);
    assert.equal(readSimpleYaml(`a: ${'['.repeat(5000)}`), undefined);
    assert.equal(readSimpleYaml(`${'k'.repeat(1025)}: a\n`), undefined);
  });

  it('finds the tree of the library, or none', () => {
    const some = fc.oneof(mutated(fc.constant(entry)), anyLines, anySigns);
    fc.assert(
      fc.property(some, (text) => {
        assertSameTree(text);
      }),
      { seed, numRuns: 1500 },
    );
  });
});
