import assert from 'node:assert/strict';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { makePlan } from '../../server/core/parcours/plan/make-plan';
import { parcoursView } from '../../server/core/parcours/plan/parcours-view';
import { shippedRegimes } from '../../server/core/regimes/regime-rules';
import { importWorkbook } from '../../server/core/workbook/import-workbook';

const header = [
  'Chapitre',
  'N° exigence',
  'Énoncé',
  'Profil',
  'Nature',
  'N° scénario',
  'Scénario',
  ...[1, 2, 3].flatMap((number) => [`N° preuve ${number}`, `Preuve ${number}`]),
];

/** A workbook of the shape and of the numbers that are known of DMN; its sentences are made up. */
function workbook() {
  const {
    exigences = 0,
    scenarios = 0,
    profils = 0,
    preuves_par_scenario: most = 0,
  } = shippedRegimes.regimeOf('DMN')?.comptes ?? {};
  const rows: string[][] = [header];
  for (let number = 1; number <= exigences; number++) {
    const id = `${number % 2 === 0 ? 'INS' : 'PSC'} ${Math.ceil(number / 2)}`;
    // Some requirements have a second scenario, so that the numbers are those that are known.
    for (let scenario = 1; scenario <= (number <= scenarios - exigences ? 2 : 1); scenario++) {
      const proofs = [1, 2, 3].flatMap((proof) =>
        proof <= Math.min(most, 1 + (number % 3))
          ? [`${id}.${scenario}.${proof}`, 'Vidéo de la démonstration']
          : ['', ''],
      );
      rows.push([
        id.startsWith('INS') ? 'Identité' : 'Authentification',
        id,
        `Le dispositif DOIT répondre au cas ${number}.`,
        `Profil ${1 + (number % profils)}`,
        'EXIGENCE',
        `${id}.${scenario}`,
        'Ouvrir l’écran du cas.',
        ...proofs,
      ]);
    }
  }
  return { sheets: [{ name: 'Exigences', rows: rows.map((cells, at) => ({ cells, number: at + 1 })) }] };
}

describe('the DMN regime', () => {
  it('takes a workbook of its shape without a doubt', () => {
    const { catalogue, report } = importWorkbook(workbook(), { dispositif: 'DMN', fileName: 'dmn.xlsx' });
    assert.deepEqual(report.doubts, []);
    const scenarios = catalogue.requirements.flatMap((one) => one.scenarios);
    assert.deepEqual([catalogue.requirements.length, scenarios.length, catalogue.profiles.length], [84, 103, 8]);
    assert.equal(Math.max(...scenarios.map(({ proofs }) => proofs.length)), 3);
    assert.deepEqual([scenarios[0]?.id, scenarios[0]?.proofs[0]?.id], ['PSC 1.1', 'PSC 1.1.1']);
    assert.deepEqual([catalogue.dispositif.id, catalogue.dispositif.wave], ['DMN', undefined]);
  });

  it('shows its steps as not known, and those that the dossier writes', () => {
    const plan = (more: string) =>
      makePlan(parseManifest(`version: 1\ndossier: { dispositif: DMN }\n${more}`), { day: 20_000 });
    const none = parcoursView(plan(''), 'fr');
    assert.deepEqual([none.steps, none.deadlines], [[], []]);
    assert.match(none.note ?? '', /étapes non connues/);
    const own = parcoursView(
      plan('parcours:\n  etapes:\n    preuves: { etat: en cours }\n  calendrier:\n    solde: { date: 2027-01-05 }\n'),
      'fr',
    );
    assert.deepEqual([own.steps.map(({ id }) => id), own.deadlines.map(({ at }) => at)], [['preuves'], ['2027-01-05']]);
    const segur = makePlan(parseManifest('version: 1\ndossier: { dispositif: MDV-LGC-Va2 }\n'), { day: 20_000 });
    assert.deepEqual([segur.steps.length, segur.unknownSteps], [15, undefined]);
  });
});
