import assert from 'node:assert/strict';
import { readConfiguration } from './read-configuration';

const known = new Set(['preuve/manquante']);
const read = (text: string) => readConfiguration({ text }, 'file:///segur.config.yaml', known);
const said = (text: string) => read(text).problems.map(({ sentence, line }) => `${line}: ${sentence.fr}`);

describe('reading a configuration', () => {
  it('names a git conflict, and follows its first text', () => {
    const text = 'version: 1\ngravites:\n<<<<<<< HEAD\n  preuve: off\n=======\n  preuve: info\n>>>>>>> autre\n';
    for (const one of [text, text.replaceAll('\n', '\r\n')]) {
      const problems = said(one);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', /^3: conflit de fusion git/);
      assert.equal(read(one).severities.get('preuve'), 'off');
    }
  });

  it('names no-break spaces, one a line, and reads what is meant', () => {
    const { problems, severities } = read('version: 1\ngravites:\n\u00a0\u00a0preuve\u00a0: off\nignorer:\u00a0[]\n');
    assert.deepEqual(
      problems.map(({ line, sentence }) => [line, sentence.en.startsWith('no-break space')]),
      [
        [3, true],
        [4, true],
      ],
    );
    assert.equal(severities.get('preuve'), 'off');
    const reason = 'version: 1\nignorer:\n  - fichiers: a\n    raison:\n      Voir\u202f:\u00a0annexe\n';
    assert.deepEqual(read(reason).problems, []);
  });

  it('names a tab and a merge key', () => {
    assert.match(said('version: 1\ngravites:\n\tpreuve: off\n')[0] ?? '', /^3: tabulation/);
    assert.match(said('version: 1\n<<: { gravites: {} }\n')[0] ?? '', /^2: « << » est une clé de fusion/);
  });

  it('is not written when it is not UTF-8, and says so', () => {
    const fault = { encoding: 'windows-1252', line: 2, column: 3, offset: 12 } as const;
    const { text, unwritable, problems } = readConfiguration({ text: 'version: 1\n', fault }, 'file:///a', known);
    assert.deepEqual([text, unwritable, problems[0]?.line], [undefined, true, 2]);
    assert.match(problems[0]?.sentence.en ?? '', /not UTF-8.*Windows-1252/);
  });

  it('reads which folder CDA is held against, and says what is wrong with it', () => {
    const { controlFolder, problems } = read('version: 1\ncontrole: { cda: ../ANS }\n');
    assert.deepEqual([controlFolder, problems], ['../ANS', []]);
    for (const wrong of ['controle: ANS', 'controle: { cda: }', 'controle: { cda: [a, b] }', 'controle: { fhir: a }']) {
      assert.equal(read(`version: 1\n${wrong}\n`).problems[0]?.line, 2, wrong);
      assert.equal(read(`version: 1\n${wrong}\n`).controlFolder, undefined, wrong);
    }
  });

  it('reads how attached files are named, and says what is wrong with it', () => {
    assert.ok(read('version: 1\npieces: { noms: "preuves/{exigence}/{nom}" }\n').pieceLayout);
    assert.equal(read('version: 1\ndepot: { noms: "x {nom}" }\n').pieceLayout, undefined);
    for (const pieces of ['{ noms: "preuves" }', '{ noms: "../{nom}" }', '{ nom: "{nom}" }', '[]', '{ noms: [] }']) {
      assert.equal(said(`version: 1\npieces: ${pieces}\n`).length, 1, pieces);
      assert.equal(read(`version: 1\npieces: ${pieces}\n`).pieceLayout, undefined);
    }
  });

  it('says which pattern is not followed, and follows the others', () => {
    const text = `version: 1\nignorer: [{ fichiers: ['${'*'.repeat(300)}x', 'b/**'], raison: Oui }]\n`;
    const { problems, ignores } = readConfiguration({ text }, 'file:///segur.config.yaml', new Set());
    assert.equal(ignores.length, 1);
    assert.match(JSON.stringify(problems), /« \*+… » n’est pas suivi/);
    assert.doesNotMatch(JSON.stringify(problems), /b\/\*\*/);
  });
});
