import assert from 'node:assert/strict';
import { importWorkbook } from './import-workbook';
import type { Row } from './workbook';

const header = [
  ...['Réf. scénario', 'Nom du scénario', 'Profil', 'Priorité', 'Situation', 'Réf. étape', 'Détail étape'],
  ...['Critères vérifiés', 'Exigence 1', 'N° preuve 1', 'Preuve 1'],
];
const rem = [
  ['N° exigence', 'Énoncé', 'Nature'],
  ['CO.48', 'Le système DOIT.', 'EXIGENCE'],
];
/** The row of a scenario with one step; other cells by the names of their columns. */
const step = (more: Partial<Record<string, string>> = {}): string[] => {
  const cells: Record<string, string> = {
    'Réf. scénario': 'SCN_DB/CO.01',
    'Nom du scénario': 'Appeler',
    Profil: 'Général',
    Priorité: 'Obligatoire',
    Situation: 'Un patient.',
    'Réf. étape': 'SCN_DB/CO.01.01',
    'Détail étape': 'Ouvrir.',
    'Exigence 1': 'CO.48',
    'N° preuve 1': 'SCN_DB/CO.01.01.01',
    'Preuve 1': 'Vidéo',
    ...more,
  };
  return header.map((name) => cells[name] ?? '');
};
const below = (more: Partial<Record<string, string>>): string[] => header.map((name) => more[name] ?? '');

function imported(rows: readonly (readonly string[] | Omit<Row, 'number'>)[], head = header) {
  const all = [head, ...rows].map((row, at) => ({ number: at + 1, ...('cells' in row ? row : { cells: row }) }));
  const sheets = [
    { name: 'REM', rows: rem.map((cells, at) => ({ number: at + 1, cells })) },
    { name: 'Coeur', rows: all },
  ];
  const { catalogue, report } = importWorkbook({ sheets }, { dispositif: 'MDV-LGC-Va2', fileName: 'r.xlsx' });
  return {
    scenarios: catalogue.coreScenarios,
    told: report.doubts.filter(({ sheet }) => sheet === 'Coeur').map(({ row, code, column }) => [row, code, column]),
  };
}

describe('rows of core-business scenarios', () => {
  it('are a scenario with its steps and what each verifies', () => {
    const { scenarios, told } = imported([
      step({ 'Critères vérifiés': 'Le nom s’affiche.' }),
      below({ 'Réf. étape': 'SCN_DB/CO.01.02', 'Détail étape': 'Fermer.', Situation: 'Un autre patient.' }),
    ]);
    assert.deepEqual(told, []);
    assert.deepEqual(
      scenarios.map(({ id, name, text, mandatory, covers }) => [id, name, text, mandatory, covers]),
      [['SCN_DB/CO.01', 'Appeler', 'Un patient.', true, ['CO.48']]],
    );
    assert.deepEqual(scenarios[0]?.steps, [
      { id: 'SCN_DB/CO.01.01', text: 'Ouvrir.\n\nCritères vérifiés :\nLe nom s’affiche.', covers: ['CO.48'] },
      { id: 'SCN_DB/CO.01.02', text: 'Un autre patient.\n\nFermer.', covers: [] },
    ]);
  });

  it('leave out a header printed again, and tell what is struck, unread or belongs to none', () => {
    const { scenarios, told } = imported([
      below({ 'Détail étape': 'Avant tout scénario.' }),
      step(),
      header,
      { cells: step({ 'Réf. scénario': 'SCN_DB/CO.02' }), struck: true },
      { cells: step({ 'Réf. scénario': '' }), remarks: [{ column: 0, kind: 'error', text: '#REF!' }] },
      below({ 'Nom du scénario': 'Un titre seul' }),
    ]);
    assert.deepEqual(
      scenarios.map(({ id, steps }) => [id, steps.length]),
      [['SCN_DB/CO.01', 1]],
    );
    assert.deepEqual(
      told.map(([row, code]) => [row, code]),
      [
        [2, 'ligne-non-classee'],
        [5, 'ligne-barree'],
        [6, 'cellule-en-erreur'],
        [6, 'ligne-non-classee'],
        [7, 'ligne-non-classee'],
      ],
    );
  });

  it('without an id begin another scenario where they are for other profiles or of another priority', () => {
    const other = (more: Partial<Record<string, string>>) =>
      imported([step(), below({ 'Détail étape': 'Lire.', ...more })]).scenarios.map(({ profiles, mandatory }) => [
        profiles,
        mandatory,
      ]);
    assert.deepEqual(other({ Profil: 'Général', Priorité: 'Requis' }), [[['Général'], true]]);
    assert.deepEqual(other({ Profil: 'BAL APP' }), [
      [['Général'], true],
      [['BAL APP'], true],
    ]);
    assert.deepEqual(other({ Priorité: 'Optionnel' }), [
      [['Général'], true],
      [['Général'], false],
    ]);
  });

  it('with one id are one scenario, filled in by what the others leave blank', () => {
    const { scenarios } = imported([
      step({ 'Nom du scénario': '', Situation: '', Profil: '', Priorité: '' }),
      step({ 'Réf. scénario': 'scn_db/co.01', 'Réf. étape': 'SCN_DB/CO.01.02', 'Détail étape': 'Fermer.' }),
      step({ 'Réf. scénario': 'SCN_DB/CO.02', 'Réf. étape': 'SCN_DB/CO.02.01', Profil: '', Priorité: '' }),
    ]);
    assert.deepEqual(
      scenarios.map(({ id, name, text, profiles, mandatory, steps }) => [
        ...[id, name, text, profiles, mandatory, steps.length],
      ]),
      [
        ['SCN_DB/CO.01', 'Appeler', 'Un patient.', ['Général'], true, 2],
        ['SCN_DB/CO.02', 'Appeler', 'Un patient.', ['Général'], true, 1],
      ],
    );
  });

  it('tell numbers, priorities and references that are none', () => {
    const { scenarios, told } = imported([
      step({ 'Réf. étape': 'SCN_DB/CO.01', Priorité: 'Bientôt', 'N° preuve 1': 'SCN_DB/CO.01.01' }),
      below({ 'Réf. étape': 'AUTRE.01.01', 'Détail étape': 'Fermer.', 'Exigence 1': 'ZZZ.01' }),
      below({ 'Détail étape': 'Lire.', 'Exigence 1': 'ZZZ.02' }),
      step({ 'Réf. scénario': 'SCN_DB/CO.02\nSCN_DB/CO.03', 'Réf. étape': '' }),
    ]);
    assert.deepEqual(scenarios[0]?.mandatory, true);
    for (const [row, code] of [
      [2, 'priorite-inconnue'],
      [2, 'numero-du-parent'],
      [3, 'numero-scenario-atypique'],
      [3, 'reference-inconnue'],
      [4, 'reference-inconnue'],
      [5, 'plusieurs-numeros'],
    ] as const)
      assert.ok(
        told.some(([at, one]) => at === row && one === code),
        `${String(row)} ${code} ${JSON.stringify(told)}`,
      );
  });

  it('without a column of steps’ references are read by the numbers of the steps', () => {
    const named = header.map((name) => (name === 'Réf. étape' ? 'N° étape' : name));
    const { scenarios, told } = imported([step({ 'Réf. étape': '1', 'Exigence 1': 'ZZZ.01' })], named);
    assert.deepEqual(scenarios[0]?.steps, [{ text: 'Ouvrir.', covers: ['ZZZ.01'] }]);
    assert.deepEqual(told[0], [2, 'reference-inconnue', 'I']);
  });

  it('are ambiguous where they leave blank what two scenarios of their id say', () => {
    const { told } = imported([
      step(),
      step({ 'Nom du scénario': 'Rappeler', 'Réf. étape': 'SCN_DB/CO.01.02' }),
      step({ 'Nom du scénario': '', 'Réf. étape': 'SCN_DB/CO.01.03' }),
    ]);
    assert.ok(told.some(([row, code]) => row === 4 && code === 'ligne-ambigue'));
  });
});
