import assert from 'node:assert/strict';
import { importWorkbook, type ImportedWorkbook } from './import-workbook';
import type { Row } from './workbook';

const header = [
  'N° exigence',
  'Énoncé',
  'Profil',
  'Nature',
  'N° scénario',
  'Scénario',
  'N° preuve 1',
  'Preuve 1',
  'Notes',
];
const first = [
  'A.01',
  'Le logiciel DOIT afficher.',
  'Général',
  'EXIGENCE',
  'A.01.01',
  'Ouvrir.',
  'A.01.01.01',
  'Vidéo',
];

function read(...rows: Omit<Row, 'number'>[]): ImportedWorkbook {
  const all = [{ cells: header }, { cells: first }, ...rows].map((row, at) => ({ ...row, number: at + 1 }));
  return importWorkbook({ sheets: [{ name: 'REM', rows: all }] }, { dispositif: 'MDV-LGC-Va2', fileName: 'x.xlsx' });
}
const codes = ({ report }: ImportedWorkbook) =>
  report.doubts.map(({ code, rank, row, column }) => [code, rank, `${column ?? ''}${row}`]);

describe('what cells hold beside their text', () => {
  it('is told where it is read, and never means that there is nothing to provide', () => {
    const imported = read({
      cells: ['A.02', 'Le logiciel DOIT lire.', 'Général', 'EXIGENCE', 'A.02.01', 'Lire.', 'A.02.01.01'],
      remarks: [
        { column: 7, kind: 'error', text: '#N/A' },
        { column: 8, kind: 'error', text: '#REF!' },
      ],
    });
    const [proof] = imported.catalogue.requirements[1]?.scenarios[0]?.proofs ?? [];
    assert.equal(proof?.id, 'A.02.01.01');
    assert.deepEqual(codes(imported), [
      ['cellule-en-erreur', 'lost', 'H3'],
      ['preuve-sans-texte', 'lost', 'H3'],
    ]);
  });

  it('keeps a proof of which nothing can be read', () => {
    const imported = read({
      cells: ['A.02', 'Le logiciel DOIT lire.', 'Général', 'EXIGENCE', 'A.02.01', 'Lire.'],
      remarks: [
        { column: 6, kind: 'uncomputed', text: '=X' },
        { column: 7, kind: 'uncomputed', text: '=Y' },
      ],
    });
    assert.equal(imported.catalogue.requirements[1]?.scenarios[0]?.proofs.length, 1);
  });

  it('never gives a row whose id is lost to the requirement above', () => {
    const imported = read({
      cells: ['', '', '', '', 'B.01.01', 'Lire.', 'B.01.01.01', 'Journal'],
      remarks: [{ column: 0, kind: 'uncomputed', text: '=CONCATENATE("B.","01")' }],
    });
    assert.equal(imported.catalogue.requirements[0]?.scenarios.length, 1);
    assert.deepEqual(codes(imported), [
      ['formule-non-calculee', 'lost', 'A3'],
      ['ligne-non-classee', 'lost', '3'],
    ]);
  });

  it('leaves struck rows out, and tells hidden ones', () => {
    const imported = read(
      { cells: ['A.09', 'Vieux.', 'Général', 'EXIGENCE'], struck: true },
      { cells: ['A.03', 'Le logiciel DOIT fermer.', 'Général', 'EXIGENCE'], hidden: true },
      { cells: ['A.04', 'Le logiciel DOIT ouvrir.', 'Général', 'EXIGENCE'], hidden: true },
    );
    assert.deepEqual(
      imported.catalogue.requirements.map(({ id }) => id),
      ['A.01', 'A.03', 'A.04'],
    );
    assert.deepEqual(codes(imported), [
      ['ligne-barree', 'lost', '3'],
      ['lignes-masquees', 'lost', '4'],
    ]);
    assert.match(imported.report.doubts[1]?.message.fr ?? '', /lignes 4 à 5/);
    const one = read({ cells: ['A.03', 'Le logiciel DOIT fermer.', 'Général', 'EXIGENCE'], hidden: true });
    assert.deepEqual(codes(one), [['ligne-masquee', 'lost', '3']]);
    assert.match(one.report.doubts[0]?.message.fr ?? '', /^La ligne 3 est masquée/);
  });

  it('takes a formula worth 0 for no text, and keeps its proof', () => {
    const imported = read({
      cells: ['A.02', 'Le logiciel DOIT lire.', 'Général', 'EXIGENCE', 'A.02.01', 'Lire.', 'A.02.01.01'],
      remarks: [{ column: 7, kind: 'zero', text: '=Preuves!B3' }],
    });
    assert.equal(imported.catalogue.requirements[1]?.scenarios[0]?.proofs[0]?.expected, '');
    assert.deepEqual(codes(imported), [
      ['formule-nulle', 'lost', 'H3'],
      ['preuve-sans-texte', 'lost', 'H3'],
    ]);
  });

  it('never takes a range of ids, or several, for one id', () => {
    const proofs = (imported: ImportedWorkbook) =>
      imported.catalogue.requirements[1]?.scenarios[0]?.proofs.map(({ id, expected }) => [id, expected]);
    const row = (id: string, text: string) =>
      read({ cells: ['A.02', 'Le logiciel DOIT lire.', 'Général', 'EXIGENCE', 'A.02.01', 'Lire.', id, text] });
    const range = row('A.02.01.01 à A.02.01.02', '- Vidéo\n- Journal : log');
    assert.deepEqual(proofs(range), [
      ['A.02.01.01', 'Vidéo'],
      ['A.02.01.02', 'Journal : log'],
    ]);
    assert.deepEqual(codes(range), [['plage-de-numeros', 'lost', 'H3']]);
    assert.deepEqual(proofs(row('A.02.01.01 à 02', 'Vidéo'))?.length, 2);
    const unclear = row('A.02.01.01 à A.02.02.04', 'Vidéo');
    assert.equal(proofs(unclear)?.length, 1);
    assert.ok(codes(unclear).some(([code, rank]) => code === 'plusieurs-numeros' && rank === 'lost'));
    for (const cells of [
      ['A.02 à A.04', 'Le logiciel DOIT lire.', 'Général', 'EXIGENCE'],
      ['A.02', 'Le logiciel DOIT lire.', 'Général', 'EXIGENCE', 'A.02.01 à A.02.03', 'Lire.', 'A.02.01.01', 'Vidéo'],
      [
        'A.02',
        'Le logiciel DOIT lire.',
        'Général',
        'EXIGENCE',
        'A.02.01',
        'Lire.',
        'A.02.01.01 ou A.02.01.02',
        'Vidéo',
      ],
    ])
      assert.ok(
        codes(read({ cells })).some(([code]) => code === 'plusieurs-numeros'),
        cells.join(' '),
      );
  });

  it('tells a missing profile first only where a proof hangs on it', () => {
    const missing = (nature: string, ...more: string[]) =>
      codes(read({ cells: ['A.02', 'Le logiciel DOIT lire.', '', nature, ...more] }));
    const proof = ['A.02.01', 'Lire.', 'A.02.01.01', 'Vidéo'];
    assert.deepEqual(missing('EXIGENCE', ...proof), [['profil-absent', 'lost', '3']]);
    assert.deepEqual(missing('EXIGENCE'), [['profil-absent-sans-preuve', 'derived', '3']]);
    assert.deepEqual(missing('PRECONISATION', ...proof), [['profil-absent-sans-preuve', 'derived', '3']]);
  });

  it('says once, on top, that no requirement has a profile', () => {
    const none = [first.with(2, ''), ['A.02', 'Le logiciel DOIT lire.', '', 'EXIGENCE']];
    const without = (cells: readonly string[]) => cells.filter((_cell, at) => at !== 2);
    for (const all of [[header, ...none], [header, ...none].map(without)]) {
      const rows = all.map((cells, at) => ({ number: at + 1, cells }));
      const imported = importWorkbook(
        { sheets: [{ name: 'REM', rows }] },
        { dispositif: 'MDV-LGC-Va2', fileName: 'x.xlsx' },
      );
      assert.deepEqual(codes(imported), [['aucun-profil', 'lost', '1']]);
    }
  });

  it('gives what follows a struck row, or a row whose id is lost, to no other requirement', () => {
    const follows = { cells: ['', '', '', '', 'A.09.02', 'Lire.', 'A.09.02.01', 'Journal'] };
    for (const before of [
      { cells: ['A.09', 'Vieux.', 'Général', 'EXIGENCE'], struck: true },
      { cells: ['', 'Le logiciel DOIT lire.'], remarks: [{ column: 0, kind: 'error' as const, text: '#REF!' }] },
    ]) {
      const imported = read(before, follows);
      assert.equal(imported.catalogue.requirements.length, 1);
      assert.equal(imported.catalogue.requirements[0]?.scenarios.length, 1);
      assert.ok(codes(imported).some(([code, , at]) => code === 'ligne-non-classee' && at === '4'));
    }
  });

  it('says on top that a workbook asks for no proof', () => {
    const rows = [header.slice(0, 4), ['A.01', 'Le logiciel DOIT afficher.', 'Général', 'EXIGENCE']];
    const sheet = { name: 'REM', rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
    const imported = importWorkbook({ sheets: [sheet] }, { dispositif: 'MDV-LGC-Va2', fileName: 'x.xlsx' });
    assert.equal(imported.report.doubts[0]?.code, 'aucune-preuve');
  });
});
