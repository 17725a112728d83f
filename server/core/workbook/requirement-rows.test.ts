import assert from 'node:assert/strict';
import { guessDispositif } from './guess-dispositif';
import { importWorkbook } from './import-workbook';

const head = ['N° exigence', 'Énoncé', 'Nature', 'Profil'];

function imported(names: readonly string[], ...rows: readonly (readonly string[])[]) {
  const all = [[...head, ...names], ...rows.map((row) => ['A.01', 'Il DOIT.', 'EXIGENCE', 'Général', ...row])];
  const sheet = { name: 'REM', rows: all.map((cells, at) => ({ number: at + 1, cells })) };
  const dispositif = { id: 'MDV-LGC-Va2', name: 'Le nôtre', wave: 2 };
  const { catalogue, report } = importWorkbook({ sheets: [sheet] }, { dispositif, fileName: 'r.xlsx' });
  const [requirement] = catalogue.requirements;
  return {
    catalogue,
    proofs: (requirement?.scenarios ?? []).flatMap(({ id, text, proofs }) =>
      proofs.map((one) => [id, text, one.id, one.expected]),
    ),
    told: report.doubts.map(({ code, column }) => [code, column]),
    columns: report.sheets[0]?.otherColumns,
  };
}

describe('rows of requirements', () => {
  it('may have proofs alone, of which numbers or words alone', () => {
    assert.deepEqual(imported(['Preuve 1'], ['Vidéo']).proofs, [['A.01.01', undefined, 'A.01.01.01', 'Vidéo']]);
    const numbers = imported(['N° preuve 1'], ['A.01.01.01']);
    assert.deepEqual(numbers.proofs, [['A.01.01', undefined, 'A.01.01.01', '']]);
    assert.ok(numbers.told.some(([code, column]) => code === 'preuve-sans-texte' && column === 'E'));
  });

  it('may have the words of a scenario without its number', () => {
    const { proofs, told } = imported(['Scénario', 'Preuve 1'], ['Ouvrir.', 'Vidéo']);
    assert.deepEqual(proofs, [['A.01.01', 'Ouvrir.', 'A.01.01.01', 'Vidéo']]);
    assert.deepEqual(
      told.filter(([code]) => code === 'scenario-sans-numero'),
      [['scenario-sans-numero', 'E']],
    );
  });

  it('have no scenario and no proof where the cell says that there is none', () => {
    const { proofs, told } = imported(['Scénario', 'Preuve 1', 'Preuve 2'], ['Sans objet', 'Vidéo', 'N/A']);
    assert.deepEqual(proofs, [['A.01.01', undefined, 'A.01.01.01', 'Vidéo']]);
    assert.deepEqual(
      told.filter(([code]) => code === 'sans-objet'),
      [
        ['sans-objet', 'G'],
        ['sans-objet', 'E'],
      ],
    );
  });

  it('take the proofs of columns without a number before those with one, and each column once', () => {
    const { proofs, columns } = imported(
      ['Preuve 2', 'Preuve', 'Preuve 2', 'Humeur'],
      ['Journal', 'Vidéo', 'Capture', ''],
    );
    assert.deepEqual(
      proofs.map(([, , , expected]) => expected),
      ['Vidéo', 'Journal'],
    );
    assert.deepEqual(columns, [
      { column: 'G', header: 'Preuve 2', filled: 1 },
      { column: 'H', header: 'Humeur', filled: 0 },
    ]);
  });

  it('tell where words make a part of a proof conditional', () => {
    const { told } = imported(['Preuve 1'], ['Vidéo et journal, le cas échéant']);
    assert.deepEqual(
      told.filter(([code]) => code === 'condition-partielle'),
      [['condition-partielle', 'E']],
    );
  });

  it('are of the dispositif that the caller knows', () => {
    assert.deepEqual(imported(['Preuve 1'], ['Vidéo']).catalogue.dispositif, {
      id: 'MDV-LGC-Va2',
      name: 'Le nôtre',
      wave: 2,
    });
  });
});

describe('the dispositif in the name of a file', () => {
  it('is told only where it is whole', () => {
    for (const [name, id] of [
      ['REM-MDV-LGC-Va2.xlsx', 'MDV-LGC-Va2'],
      ['rem_hop-pfi-va1_v3.xlsx', 'HOP-PFI-Va1'],
      ['DSR MS1 DUI va2 (1).xlsx', 'MS1-DUI-Va2'],
      ['REM-LGC-Va2.xlsx', undefined],
      ['REM-MDVXX-LGC-Va2.xlsx', undefined],
      ['REM-MDV-LOGICIEL-Va2.xlsx', undefined],
      ['theorem-MDV-LGC-Va2.xlsx', undefined],
      ['REM-MDV-LGC.xlsx', undefined],
    ] as const)
      assert.equal(guessDispositif(name), id, name);
  });
});
