import assert from 'node:assert/strict';
import { names, noConfiguration, settingFor, type IgnoreEntry } from './configuration';
import { ignoreComments } from './ignore-comments';
import { ignoredFiles } from './ignored-files';
import { pieceLayout, pieceLayoutText } from './piece-layout';

const place = { value: '', range: { start: 0, end: 0 } };
const entry = (files: readonly string[], rules: readonly string[]): IgnoreEntry => ({
  files,
  rules,
  reason: 'r',
  place,
});

describe('what a configuration decides of a rule', () => {
  it('is what is said of it, else of its category', () => {
    const severities = new Map([
      ['preuve', 'off'],
      ['preuve/manquante', 'info'],
    ] as const);
    const of = (rule: string) => settingFor({ ...noConfiguration, severities }, rule);
    assert.deepEqual(['preuve/manquante', 'preuve/doublon', 'preuve', 'dossier/a'].map(of), [
      ...['info', 'off', 'off', undefined],
    ]);
    assert.equal(settingFor(noConfiguration, 'preuve/manquante'), undefined);
    assert.deepEqual(
      ['preuve', 'preuve/a', 'preuve/b', 'a'].map((written) => names(written, 'preuve/a')),
      [true, true, false, false],
    );
  });

  it('is that it leaves files alone: those of its own entries, and of entries for all rules', () => {
    const ignores = [entry(['a/*'], ['preuve']), entry(['b/*'], ['preuve/doublon']), entry(['c/*'], [])];
    const configuration = { ...noConfiguration, uri: 'file:///p/segur.config.yaml', ignores };
    const within = ignoredFiles(configuration, 'file:///p/d');
    assert.deepEqual(
      ['a/x', 'b/x', 'c/x'].map((path) => within('preuve/vide', path)),
      [false, false, false],
    );
    const here = ignoredFiles({ ...noConfiguration, ignores }, 'file:///p');
    assert.deepEqual(
      ['a/x', 'b/x', 'c/x'].map((path) => here('preuve/vide', path)),
      [true, false, true],
    );
    assert.deepEqual(
      ['a/x', 'b/x', 'c/x'].map((path) => here('preuve/doublon', path)),
      [true, true, true],
    );
    const some = ignoredFiles({ ...noConfiguration, ignores: ignores.slice(0, 2) }, 'file:///p');
    assert.deepEqual(
      ['a/x', 'b/x', 'c/x'].map((path) => some('dossier/a', path)),
      [false, false, false],
    );
  });
});

describe('comments that set a rule aside', () => {
  it('say which, why and of what line', () => {
    const text = 'a: 1 # segur-ignore preuve/a, preuve : vu\n# segur-ignore b\n\n# note\nc: 1\n';
    assert.deepEqual(
      ignoreComments(text).map(({ rules, reason, target }) => [rules, reason, text.slice(target.start, target.end)]),
      [
        [['preuve/a', 'preuve'], 'vu', 'a: 1 # segur-ignore preuve/a, preuve : vu'],
        [['b'], '', 'c: 1'],
      ],
    );
  });

  it('are none inside an entry that was commented out, or in a text', () => {
    assert.deepEqual(ignoreComments('# a: 1 # segur-ignore b : c\na#segur-ignore b : c\nsegur-ignore b\n'), []);
  });
});

describe('how attached files are named', () => {
  it('is in a folder of the team, unless no layout can say that', () => {
    assert.equal(pieceLayoutText('pièces $&'), 'pièces $&/{preuve}-{nom}');
    assert.deepEqual(pieceLayout('pieces').folders.length, 1);
    for (const folder of ['../x', '/x', 'a\\b', '{x}']) assert.deepEqual(pieceLayout(folder), pieceLayout('preuves'));
  });
});
