import assert from 'node:assert/strict';
import { importWorkbook } from './import-workbook';
import type { DoubtCode } from './doubt-sentences';

const header = [
  'N° exigence',
  'Énoncé',
  'Nature',
  'Profil',
  'Chapitre',
  'Criticité',
  'N° scénario',
  'Scénario',
  'N° preuve 1',
  'Preuve 1',
];
const head = header.map((name) => (name === 'Scénario' ? 'Scénario de conformité' : name));
const full = [
  'A.01',
  'Le système DOIT.',
  'EXIGENCE',
  'Général',
  'INS',
  'Majeure',
  'A.01.01',
  'Ouvrir.',
  'A.01.01.01',
  'Vidéo',
];

function imported(...rows: readonly (readonly string[])[]) {
  const sheet = { name: 'REM', rows: [head, ...rows].map((cells, i) => ({ number: i + 1, cells: [...cells] })) };
  const { catalogue, report } = importWorkbook({ sheets: [sheet] }, { dispositif: 'MDV-LGC-Va2', fileName: 'r.xlsx' });
  const doubt = (code: DoubtCode) => report.doubts.filter((one) => one.code === code);
  return { ids: catalogue.requirements.map(({ id }) => id), catalogue, doubt };
}

/** The row with other cells. */
const but = (more: Partial<Record<number, string>>): string[] => full.map((cell, at) => more[at] ?? cell);

describe('rows of one id', () => {
  it('are one requirement where they differ by spaces, blanks, words for one nature or the order of profiles', () => {
    const { ids, catalogue } = imported(
      but({ 3: 'IAM\nBAL APP' }),
      but({
        1: 'Le  système\nDOIT .',
        2: 'Obligatoire',
        3: 'BAL APP ; IAM',
        6: 'A.01.02',
        7: 'Fermer.',
        8: 'A.01.02.01',
      }),
      but({ 1: '', 2: '---', 3: '', 4: '', 5: '', 6: 'A.01.03', 7: 'Lire.', 8: 'A.01.03.01' }),
    );
    assert.deepEqual(ids, ['A.01']);
    assert.equal(catalogue.requirements[0]?.scenarios.length, 3);
  });

  it('are two where a row without id says another nature or profile', () => {
    const { ids } = imported(full, but({ 0: '', 2: 'PRECONISATION', 6: 'A.01.02', 7: 'Lire.', 8: 'A.01.02.01' }));
    assert.deepEqual(ids, ['A.01~01', 'A.01~02']);
  });

  it('keep the first word of a column of no consequence, and the other in the report', () => {
    const { doubt } = imported(full, but({ 5: 'Mineure', 6: 'A.01.02', 7: 'Lire.', 8: 'A.01.02.01' }));
    const [found] = doubt('valeur-contradictoire');
    assert.deepEqual([found?.rank, found?.row, found?.column, found?.kept], ['lost', 3, 'F', 'Mineure']);
  });

  it('are doubted where one says too little to know which is meant', () => {
    const { doubt, catalogue } = imported(
      full,
      but({ 3: 'IAM', 6: 'A.01.02', 7: 'Lire.', 8: 'A.01.02.01' }),
      but({ 3: '', 6: 'A.01.03', 7: 'Dire.', 8: 'A.01.03.01' }),
    );
    assert.deepEqual(
      doubt('ligne-ambigue').map(({ rank, row }) => [rank, row]),
      [['lost', 4]],
    );
    assert.deepEqual(
      catalogue.requirements.map(({ id, scenarios }) => [id, scenarios.map((one) => one.id)]),
      [
        ['A.01~general', ['A.01.01']],
        ['A.01~iam', ['A.01.02', 'A.01.03']],
      ],
    );
  });

  it('are one where the id is spelt in two ways, and the report says so', () => {
    const { ids, doubt } = imported(but({ 0: 'a.01' }), but({ 6: 'A.01.02', 7: 'Lire.', 8: 'A.01.02.01' }));
    assert.deepEqual(ids, ['A.01']);
    assert.deepEqual(
      doubt('graphies-differentes').map(({ kept }) => kept),
      ['a.01'],
    );
  });

  it('have a short key where the cell of the id holds a text', () => {
    const text = 'Scénario qui est décrit dans la colonne de son identifiant. '.repeat(30).trim();
    const { catalogue, doubt } = imported(but({ 6: text }), but({ 6: `${text} Suite.`, 7: 'Lire.', 8: 'A.01.02.01' }));
    const ids = catalogue.requirements.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
    assert.equal(new Set(ids).size, 2);
    assert.ok(ids.every((id) => id.length < 100));
    assert.equal(doubt('identifiant-long').length, 2);
  });

  it('say so where a scenario or a proof bears the number of what it stands under', () => {
    const same = imported(but({ 6: 'A.01', 8: 'A.01' }));
    assert.deepEqual(
      same.doubt('numero-du-parent').map((one) => one.kept),
      ['A.01', 'A.01'],
    );
    assert.deepEqual(same.doubt('numero-scenario-atypique'), []);
    assert.deepEqual(same.doubt('numero-preuve-atypique'), []);
    const other = imported(but({ 6: 'B.01', 8: 'C.01' }));
    assert.deepEqual(other.doubt('numero-du-parent'), []);
    assert.equal(other.doubt('numero-scenario-atypique').length, 1);
  });
});
