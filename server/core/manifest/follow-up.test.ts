import assert from 'node:assert/strict';
import { head, markedProblems } from '../../../test/kit/manifest-text';
import { parseManifest } from './parse-manifest';
import { mainShape } from './manifest-shape';
import type { Shape } from './shape';

const text = `${head}  identites_de_test:
    - { ins: "279035121518989", nom: TESTPATIENT, prenom: Un }
    - fichier: equipe/patients.csv
exigences:
  INS/va1.56:
    suivi: { responsable: AM, pour_le: 2026-12-01, travail: en cours }
    scenarios:
      INS/va1.56.02:
        suivi:
          travail: à vérifier
          preuves:
            INS/va1.56.02.01: { responsable: QA, travail: fait }
            INS/va1.56.02.02:
        etapes_faites: [1, 3]
        preuves: { INS/va1.56.02.01: [] }
scenarios:
  SCN_DB/CO.01: { suivi: { preuves: { SCN_DB/CO.01.01.01: { pour_le: 2026-12-02 } } }, etapes_faites: [] }
`;

describe('what the team writes for itself', () => {
  const parsed = parseManifest(text);

  it('is read, with the place of each word', () => {
    assert.deepEqual(parsed.problems, []);
    const [placed] = parsed.requirements;
    assert.ok(placed);
    const { base, facts } = placed;
    const at = (range: { start: number; end: number } | undefined): string | undefined =>
      range && text.slice(base + range.start, base + range.end);
    assert.equal(facts.followUp?.responsible?.value, 'AM');
    assert.equal(at(facts.followUp.dueOn?.range), '2026-12-01');
    assert.equal(at(facts.followUp.work?.range), 'en cours');
    assert.ok(at(facts.followUp.range)?.startsWith('suivi: {'));
    const [scenario] = facts.scenarios;
    assert.equal(scenario?.followUp?.work?.value, 'à vérifier');
    assert.deepEqual(
      scenario.proofFollowUps?.map(({ proof, work }) => [at(proof.range), work?.value]),
      [
        ['INS/va1.56.02.01', 'fait'],
        ['INS/va1.56.02.02', undefined],
      ],
    );
    assert.deepEqual(
      scenario.stepsDone?.map(({ range }) => at(range)),
      ['1', '3'],
    );
    const [core] = parsed.coreScenarios;
    assert.deepEqual(core?.facts.stepsDone, []);
    assert.equal(core.facts.proofFollowUps?.[0]?.dueOn?.value, '2026-12-02');
    assert.deepEqual(
      parsed.dossier?.facts.testIdentities?.map(({ ins, lastName, firstName, file }) =>
        [ins, lastName, firstName, file].map((one) => one?.value),
      ),
      [
        ['279035121518989', 'TESTPATIENT', 'Un', undefined],
        [undefined, undefined, undefined, 'equipe/patients.csv'],
      ],
    );
  });

  it('is absent from the facts where nothing is written', () => {
    const { requirements, dossier } = parseManifest(
      `${head}exigences: { INS/va1.56: { scenarios: { INS/va1.56.02: {} } } }\n`,
    );
    assert.equal(dossier?.facts.testIdentities, undefined);
    const facts = requirements[0]?.facts;
    assert.ok(facts && !('followUp' in facts));
    for (const key of ['followUp', 'proofFollowUps', 'stepsDone']) assert.ok(!(key in (facts.scenarios[0] ?? {})), key);
  });

  it('says what is wrong in it', () => {
    const problems = markedProblems(
      parseManifest(`${head}  identites_de_test: [ { nom: Seul }, { ins: "1", fichier: a.csv } ]
exigences:
  INS/va1.56:
    suivi: { travail: terminé, pour_le: demain, preuves: {} }
    scenarios:
      INS/va1.56.02:
        suivi: { responsble: AM }
        etapes_faites: [première]
        preuves: { INS/va1.56.02.01: [ { lien: https://exemple.test/, suivi: { responsable: AM } } ] }
`),
    );
    assert.deepEqual(problems, [
      'noneOf "nom"',
      'severalOf "ins"',
      'badValue "terminé"',
      'badFormat "demain"',
      'unknownKey "preuves"',
      'unknownKey "responsble"',
      'badFormat "première"',
      'unknownKey "suivi"',
    ]);
  });

  it('never leaves, key by key', () => {
    const own = new Set(['suivi', 'etapes_faites', 'identites_de_test']);
    const seen = new Set<string>();
    const met = new Set<Shape>();
    const walk = (shape: Shape): void => {
      if (met.has(shape)) return;
      met.add(shape);
      if (shape.kind === 'dict') walk(shape.value);
      if (shape.kind === 'list') walk(shape.item);
      if (shape.kind !== 'map') return;
      for (const [name, key] of Object.entries(shape.keys)) {
        if (own.has(name)) {
          seen.add(name);
          assert.equal(key.leaves, undefined, name);
        }
        walk(key.shape);
      }
    };
    walk(mainShape);
    assert.deepEqual(seen, own);
  });
});
