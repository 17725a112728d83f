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

  it('says where what is wrong, in both languages', () => {
    const both = (text: string) => read(text).problems.map(({ sentence: { fr, en }, line }) => [line, fr, en]);
    for (const [text, line, fr, en] of [
      ['version: 2\n', 1, 'la version doit être 1', 'the version must be 1'],
      ['version: [1]\n', 1, 'la version doit être 1', 'the version must be 1'],
      ['version: 1\n? [a]\n: b\n', 2, 'clé «  » inconnue', 'unknown key “”'],
      ['gravites: []\n', 1, '« gravites » attend « règle: gravité »', '“gravites” expects “rule: severity”'],
      ['gravites: { [a]: off }\n', 1, 'règle «  » inconnue', 'unknown rule “”'],
      ['gravites:\n  preuve: [off]\n', 2, 'gravité «  » inconnue', 'unknown severity “”'],
      ['gravites:\n  preuve:\n', 2, 'gravité «  » inconnue', 'unknown severity “”'],
      ['ignorer: a\n', 1, '« ignorer » attend une liste', '“ignorer” expects a list'],
      ['ignorer:\n  - a\n', 2, 'chaque élément a « fichiers »', 'each item has “fichiers”'],
      ['ignorer:\n  - raison: r\n', 2, '« fichiers » manque', '“fichiers” is missing'],
      ['ignorer:\n  - fichiers: a\n', 2, '« raison » manque : dites pourquoi', '“raison” is missing: say why'],
      ['depot: a\n', 1, '« depot » attend « noms »', '“depot” expects “noms”'],
      ['depot: { [a]: b }\n', 1, 'clé «  » inconnue (noms, preavis)', 'unknown key “” (noms, preavis)'],
      ['depot: { preavis: [3] }\n', 1, '« preavis » attend un nombre entier', '“preavis” expects a whole number'],
      ['depot: { preavis: -3 }\n', 1, '« preavis » attend un nombre entier', '“preavis” expects a whole number'],
      ['depot: { noms: [a] }\n', 1, '« noms » attend un modèle', '“noms” expects a layout'],
      ['depot: { noms: "{nomm}" }\n', 1, '« noms » : {nomm} est inconnu', '“noms”: {nomm} is unknown'],
      ['controle: { [a]: b }\n', 1, 'clé «  » inconnue (cda)', 'unknown key “” (cda)'],
      ['donnees: [a, b]\n', 1, '« donnees » attend le chemin', '“donnees” expects the path'],
      ['donnees:\n', 1, '« donnees » attend le chemin', '“donnees” expects the path'],
      ['pieces: a\n', 1, '« pieces » attend « noms »', '“pieces” expects “noms”'],
      ['pieces: { [a]: b }\n', 1, 'clé «  » inconnue (noms)', 'unknown key “” (noms)'],
      [`a: ${'['.repeat(3000)}`, 1, 'imbrication trop profonde', 'nested too deeply'],
    ] as const) {
      const [first] = both(text);
      assert.equal(first?.[0], line, text);
      assert.ok(String(first[1]).replaceAll('\u00a0', ' ').includes(fr.replaceAll('\u00a0', ' ')), String(first[1]));
      assert.ok(String(first[2]).includes(en), String(first[2]));
    }
    for (const nothing of ['', '# note\n', 'version: 1\n', "''\n"]) assert.deepEqual(both(nothing), [], nothing);
  });

  it('takes a notice of days, and an entry as far as its rules are known', () => {
    assert.equal(read('depot: { preavis: " 30 " }\n').filingNotice, 30);
    assert.equal(read('depot: { preavis: 3651 }\n').filingNotice, undefined);
    assert.equal(read('depot: { preavis: 3651 }\n').problems.length, 1);
    const ignores = (rules: string) => read(`ignorer: [{ fichiers: a, regles: ${rules}, raison: r }]\n`).ignores;
    assert.deepEqual(
      ignores('[preuve, inconnue]').map(({ rules }) => rules),
      [['preuve']],
    );
    // With none that is known it would hold for all.
    assert.deepEqual(ignores('inconnue'), []);
    assert.deepEqual(said('- a\n').length, 1);
    assert.deepEqual(said('a\n').length, 1);
  });

  it('knows where its entries stand', () => {
    const text = 'version: 1\ndonnees: faits.yaml # à nous\nignorer:\n  - { fichiers: [a, b], raison: r }\n';
    const { factsPath, ignores } = read(text);
    assert.equal(text.slice(factsPath?.range.start, factsPath?.range.end), 'faits.yaml');
    const range = ignores[0]?.place.range;
    assert.equal(text.slice(range?.start, range?.end), '{ fichiers: [a, b], raison: r }');
    assert.deepEqual([ignores[0]?.place.value, ignores[0]?.rules], ['a, b', []]);
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
