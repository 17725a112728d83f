import assert from 'node:assert/strict';
import { readDecodedCatalogue } from './read-decoded-catalogue';
import { fingerprintOfText, readCatalogue, readCatalogueJson } from './read-catalogue';

const HEAD = 'version: 1\ndispositif: MDV-LGC-Va2\netat: partiel\n';
const REQUIREMENT = '  - { id: INS/va1.01, domaine: ins, chapitre: Identité, nature: EXIGENCE';

/** Severity, French message and the text that the range covers, of each problem. */
function problemsOf(text: string): string[] {
  return readCatalogue(text).problems.map(
    ({ severity, message, range }) =>
      `${severity}: ${message.fr}${range ? ` [${text.slice(range.start, range.end)}]` : ''}`,
  );
}

describe('reading a catalogue', () => {
  it('gives its in-memory form', () => {
    const text = `${HEAD}version_rem: 12.10
date: 2026-06-08
exigences:
  - id: INS/va1.56
    id_socle: SC.INS/va1.56
    domaine: ins
    chapitre: Identité
    nature: EXIGENCE
    texte: Qualifier l'identité.
    clause: true
    ligne: { feuille: Exigences, ligne: 12 }
    scenarios:
      - id: INS/va1.56.01
        etapes: [Ouvrir, 2]
        preuves:
          - { id: INS/va1.56.01.01, attendu: Vidéo, types: [video], selon_cas: true }
`;
    const { catalogue, problems, requirementRanges } = readCatalogue(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(catalogue, {
      dispositif: { id: 'MDV-LGC-Va2' },
      version: '12.10',
      date: '2026-06-08',
      state: 'partiel',
      domains: [{ id: 'ins', name: 'ins' }],
      chapters: [{ name: 'Identité' }],
      profiles: [],
      requirements: [
        {
          id: 'INS/va1.56',
          socleId: 'SC.INS/va1.56',
          waveOneIds: [],
          domain: 'ins',
          chapter: 'Identité',
          profiles: [],
          nature: 'EXIGENCE',
          text: "Qualifier l'identité.",
          hasClause: true,
          fingerprint: catalogue?.requirements[0]?.fingerprint,
          confidence: 'importe',
          sheetRow: { sheet: 'Exigences', row: 12 },
          scenarios: [
            {
              id: 'INS/va1.56.01',
              steps: [
                { text: 'Ouvrir', covers: [] },
                { text: '2', covers: [] },
              ],
              covers: ['INS/va1.56'],
              profiles: [],
              mode: 'tous',
              mandatory: true,
              proofs: [
                { id: 'INS/va1.56.01.01', expected: 'Vidéo', types: ['video'], dependsOnCase: true, testCases: [] },
              ],
            },
          ],
        },
      ],
      coreScenarios: [],
    });
    assert.match(catalogue.requirements[0]?.fingerprint ?? '', /^[0-9a-f]{8}$/);
    const range = requirementRanges.get('INS/va1.56');
    assert.equal(range && text.slice(range.start, range.end), 'INS/va1.56');
  });

  it('computes fingerprints whatever the file says', () => {
    const read = (stated: string): string | undefined =>
      readCatalogue(`${HEAD}exigences:\n${REQUIREMENT}, texte: Tracer${stated} }\n`).catalogue?.requirements[0]
        ?.fingerprint;
    assert.equal(read(', empreinte: 12345678'), read(''));
  });

  it('takes what core-business scenarios cover from their steps', () => {
    const text = `${HEAD}exigences: []
scenarios:
  - id: SCN_DB/CO.01
    obligatoire: false
    etapes:
      - { id: SCN_DB/CO.01.01, texte: Ouvrir, couvre: [DB.CO.48, DB.CO.02] }
      - { texte: Lire, couvre: [DB.CO.48] }
`;
    const [scenario] = readCatalogue(text).catalogue?.coreScenarios ?? [];
    assert.deepEqual(scenario?.covers, ['DB.CO.48', 'DB.CO.02']);
    assert.equal(scenario.mandatory, false);
  });

  it('says what is missing, of the wrong kind, or not one of the words', () => {
    assert.deepEqual(problemsOf('version: 1\netat: bon\nexigences: {}\n'), [
      'error: Clé « dispositif » manquante.',
      'error: « etat » doit être une de ces valeurs : complet, partiel, a_importer. [bon]',
      'error: « exigences » doit être une liste. [{]',
    ]);
    const text = `${HEAD}date: hier\nvague: deux\nexigences:\n  - { id: INS/va1.01, domaine: ins, nature: DOIT, clause: oui }\n`;
    assert.deepEqual(problemsOf(text), [
      'error: « vague » doit être un nombre entier. [deux]',
      'error: « date » n’a pas la forme attendue : AAAA-MM-JJ. [hier]',
      'error: Clé « chapitre » manquante (INS/va1.01). [{]',
      'error: « nature » doit être une de ces valeurs : EXIGENCE, PRECONISATION, INCONNUE, SUPPRIMEE. [DOIT]',
      'error: « clause » doit être true ou false. [oui]',
    ]);
    assert.equal(readCatalogue(text).catalogue, undefined);
  });

  it('ignores unknown keys, and says so', () => {
    const text = `${HEAD}couleur: bleu\nexigences:\n${REQUIREMENT}, niveau: 3 }\n`;
    assert.deepEqual(problemsOf(text), [
      'warning: Clé « couleur » inconnue : elle est ignorée. [couleur]',
      'warning: Clé « niveau » inconnue (INS/va1.01) : elle est ignorée. [niveau]',
    ]);
    assert.equal(readCatalogue(text).catalogue?.requirements.length, 1);
  });

  it('keeps the first of two requirements with the same id', () => {
    const text = `${HEAD}exigences:\n${REQUIREMENT}, texte: un }\n${REQUIREMENT}, texte: deux }\n`;
    assert.deepEqual(problemsOf(text), [
      'warning: Exigence « INS/va1.01 » déjà décrite plus haut : seule la première est utilisée. [INS/va1.01]',
    ]);
    assert.deepEqual(
      readCatalogue(text).catalogue?.requirements.map((requirement) => requirement.text),
      ['un'],
    );
  });

  it('completes lists of domains and chapters that forget one', () => {
    const text = `${HEAD}domaines: [{ id: dmp, nom: DMP }]\nchapitres: [{ nom: DMP }]\nexigences:\n${REQUIREMENT} }\n`;
    const { catalogue, problems } = readCatalogue(text);
    assert.deepEqual(
      problems.map((problem) => problem.message.en),
      ['Domain "ins" is not in the list "domaines".', 'Chapter "Identité" is not in the list "chapitres".'],
    );
    assert.deepEqual(catalogue?.domains, [
      { id: 'dmp', name: 'DMP' },
      { id: 'ins', name: 'ins' },
    ]);
    assert.deepEqual(catalogue.chapters, [{ name: 'DMP' }, { name: 'Identité' }]);
  });

  it('refuses another version of the format, whatever it is written as', () => {
    assert.deepEqual(problemsOf('version: deux\n'), [
      'error: Version deux du format de catalogue : cette version de Ségur Preuves lit la version 1. [deux]',
    ]);
    assert.match(problemsOf('version: [1]\n').join(), /^error: Version \? du format/);
  });

  it('refuses another version of the format', () => {
    assert.deepEqual(problemsOf('version: 2\nexigence: []\n'), [
      'error: Version 2 du format de catalogue : cette version de Ségur Preuves lit la version 1. [2]',
    ]);
  });

  it('says what is wrong with the YAML, and where', () => {
    assert.match(problemsOf(`${HEAD}exigences: [`).join(), /^error: YAML illisible \(/);
    assert.deepEqual(problemsOf(`${HEAD}etat: partiel\nexigences: []\n`), ['error: Clé « etat » répétée. [etat]']);
    assert.deepEqual(problemsOf(`${HEAD}exigences: *rien\n`), [
      'error: Alias « *rien » sans ancre qui le précède. [*rien]',
    ]);
    assert.deepEqual(problemsOf(`${HEAD}? [a]\n: b\nexigences: []\n`), ['error: Une clé doit être un texte. [[a]]']);
    assert.match(
      problemsOf(`${HEAD}exigences: []\n---\nautre: 1\n`).join(),
      /^error: Ce fichier est un seul document YAML/,
    );
    for (const empty of ['', '# rien\n', '---\n', '~'])
      assert.deepEqual(problemsOf(empty), ['error: Fichier vide.'], empty);
    for (const text of ['texte', '- a\n'])
      assert.match(problemsOf(text).join(), /^error: Un catalogue est une suite de clés/);
  });

  it('names a git conflict, a no-break space, a tab and a merge key for what they are', () => {
    const good = `${HEAD}exigences:\n${REQUIREMENT} }\n`;
    const conflict = '<<<<<<< HEAD\nversion_rem: a\n||||||| base\n=======\nversion_rem: b\n>>>>>>> x\n';
    const only = (text: string) => {
      const { catalogue, problems } = readCatalogue(text);
      assert.equal(catalogue, undefined, text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      return problems[0]?.message;
    };
    assert.match(only(`${good}${conflict}`)?.fr ?? '', /^Conflit de fusion git.*ligne 6/);
    assert.match(only(`${good}${conflict.replaceAll('\n', '\r\n')}`)?.en ?? '', /^Unresolved git merge.*line 6/);
    for (const odd of ['dispositif:\u00a0', 'dispositif\u00a0: '])
      assert.match(only(good.replace('dispositif: ', odd))?.fr ?? '', /^Espace insécable.*ligne 2/, odd);
    assert.match(only(good.replace('  - {', '\u202f\u202f- {'))?.fr ?? '', /^Espace insécable.*ligne 5/);
    assert.match(only(`${good}\tx: 1\n`)?.fr ?? '', /^Tabulation.*ligne 6/);
    assert.match(only(`${good}<<: { etat: complet }\n`)?.fr ?? '', /clé de fusion/);
    assert.match(only(`${good}a: { <<: {} }\nb: { <<: {} }\n`)?.en ?? '', /line 6\) is a merge key/);
    const kept = good.replace(' }\n', ", texte: 'Voir\u00a0: a' }\n");
    assert.deepEqual(readCatalogue(kept).problems, []);
  });

  it('reads aliases', () => {
    const text = `${HEAD}exigences:
  - { id: A.01, domaine: ins, chapitre: &nom Identité, nature: EXIGENCE, profils: &p [Général] }
  - { id: A.02, domaine: ins, chapitre: *nom, nature: EXIGENCE, profils: *p }
`;
    const second = readCatalogue(text).catalogue?.requirements[1];
    assert.deepEqual([second?.chapter, second?.profiles], ['Identité', ['Général']]);
  });

  it('holds against bombs', () => {
    let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 10; i++) bomb += `a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]\n`;
    assert.match(problemsOf(`${HEAD}exigences: []\n${bomb}`).join(), /plus de 1000000 valeurs, alias développés/);
    assert.match(
      problemsOf(`${HEAD}exigences: ${'['.repeat(200)}${']'.repeat(200)}`).join(),
      /imbriquées trop profondément/,
    );
    assert.match(problemsOf(`${HEAD}exigences: ${'['.repeat(50_000)}`).join(), /imbriquées trop profondément/);
    assert.match(
      problemsOf(' '.repeat(33 * 1024 * 1024)).join(),
      /^error: Fichier trop volumineux : 33 Mio, au plus 32 Mio\.$/,
    );
    assert.match(problemsOf(`${HEAD}exigences: &a [*a]\n`).join(), /sans ancre/);
    // Once it is too much nothing more is said of it.
    const stopped = problemsOf(
      `${HEAD}exigences: [${'['.repeat(60)}${']'.repeat(60)}, ${'['.repeat(60)}${']'.repeat(60)}]\n`,
    );
    assert.equal(stopped.filter((one) => one.includes('imbriquées trop profondément')).length, 1);
  });

  it('limits how much it says', () => {
    const problems = readCatalogue(`${HEAD}exigences: [${'1, '.repeat(500)}]\n`).problems;
    assert.equal(problems.length, 101);
    assert.equal(problems.at(-1)?.message.fr, 'Et 400 autres problèmes.');
    const unknown = Array.from({ length: 150 }, (_, at) => `cle_${String(at)}: 1\n`).join('');
    const { catalogue, problems: ignored } = readCatalogue(`${HEAD}exigences: []\n${unknown}`);
    assert.ok(catalogue);
    assert.deepEqual([ignored.length, new Set(ignored.map(({ severity }) => severity))], [101, new Set(['warning'])]);
  });

  it('names what a value must be, in both languages', () => {
    const told = (requirement: string) =>
      readCatalogue(`${HEAD}exigences:\n  - ${requirement}\n`).problems.map(({ message: { fr, en } }) => [fr, en]);
    const one = (more: string) => told(`{ id: A.01, domaine: ins, chapitre: C, nature: EXIGENCE, ${more} }`);
    assert.deepEqual(told("{ id: '', domaine: ins, chapitre: C, nature: EXIGENCE }"), [
      ['« id » est vide.', '"id" is empty.'],
    ]);
    assert.deepEqual(told(`{ id: ${'A'.repeat(201)}, domaine: ins, chapitre: C, nature: EXIGENCE }`).length, 1);
    assert.match(told(`{ id: ${'A'.repeat(201)}, domaine: ins, chapitre: C, nature: EXIGENCE }`).join(), /200/);
    assert.match(one('ligne: { feuille: F, ligne: 0 }').join(), /« ligne ».*1.*"ligne".*1/);
    assert.deepEqual(one('clause: peut-être'), [
      ['« clause » doit être true ou false.', '"clause" must be true or false.'],
    ]);
  });

  it('has no prototype to be polluted', () => {
    assert.match(problemsOf(`${HEAD}__proto__: { etat: complet }\nexigences: []\n`).join(), /« __proto__ » inconnue/);
    assert.equal(({} as { etat?: unknown }).etat, undefined);
  });
});

describe('reading a built-in catalogue', () => {
  it('takes the in-memory form as it is', () => {
    const catalogue = readCatalogue(`${HEAD}exigences:\n${REQUIREMENT} }\n`).catalogue;
    assert.deepEqual(readCatalogueJson(JSON.parse(JSON.stringify(catalogue))).catalogue, catalogue);
  });

  it('refuses what is no catalogue', () => {
    for (const value of [null, 3, 'x', [], {}, { dispositif: { id: 'A' } }]) {
      assert.equal(readCatalogueJson(value).catalogue, undefined);
      assert.equal(readCatalogueJson(value).problems.length, 1);
    }
  });

  it('keeps the printed id beside the key, and says which scenarios and proofs a dossier could not answer', () => {
    const text = `${HEAD}exigences:
  - id: INS/va1.01~general
    id_imprime: INS/va1.01
    domaine: ins
    chapitre: Identité
    nature: EXIGENCE
    scenarios:
      - { id: S.01, id_imprime: S, preuves: [{ id: P.01, id_imprime: P }, { id: P.01 }] }
      - { id: S.01 }
`;
    assert.deepEqual(problemsOf(text), [
      'warning: Scénario « S.01 » déjà décrit plus haut : un dossier ne peut répondre qu’au premier. Importez de nouveau le classeur, qui donnera une clé à chacun. [S.01]',
      'warning: Preuve « P.01 » déjà décrite plus haut : un dossier ne peut répondre qu’à la première. Importez de nouveau le classeur, qui donnera une clé à chacune. [P.01]',
    ]);
    const [requirement] = readCatalogue(text).catalogue?.requirements ?? [];
    const [scenario] = requirement?.scenarios ?? [];
    assert.deepEqual(
      [requirement?.printedId, scenario?.printedId, scenario?.proofs[0]?.printedId],
      ['INS/va1.01', 'S', 'P'],
    );
  });
});

describe('the text of a catalogue', () => {
  it('has a fingerprint where it is one', () => {
    const good = `${HEAD}exigences:\n${REQUIREMENT} }\n`;
    assert.match(fingerprintOfText(good) ?? '', /^[0-9a-f]{8}$/);
    assert.equal(fingerprintOfText(good), fingerprintOfText(`# note\n${good}`));
    for (const none of ['', 'a: [', 'version: 1\n']) assert.equal(fingerprintOfText(none), undefined);
  });

  it('is refused where its encoding is a guess, at the place of the first', () => {
    const fault = { encoding: 'windows-1252', line: 1, column: 4, offset: 3 } as const;
    const { catalogue, problems } = readDecodedCatalogue({ text: `${HEAD}exigences: []\n`, fault });
    assert.equal(catalogue, undefined);
    assert.deepEqual(
      problems.map(({ severity, range }) => [severity, range]),
      [['error', { start: 3, end: 4 }]],
    );
    assert.match(problems[0]?.message.fr ?? '', /pas de l’UTF-8.*\.$/);
    assert.match(problems[0]?.message.en ?? '', /UTF-8.*\.$/);
    assert.ok(readDecodedCatalogue({ text: `${HEAD}exigences: []\n` }).catalogue);
  });
});
