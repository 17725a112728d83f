import assert from 'node:assert/strict';
import { importWorkbook } from '../../server/core/workbook/import-workbook';
import type { Row } from '../../server/core/workbook/workbook';
import { orderless, plainSheet, scrambled, seeded } from '../kit/scrambled-sheet';
import { assertAccounted } from '../kit/workbook-import';

describe('workbook import: order of rows and columns', () => {
  it('gives the same catalogue for any order', () => {
    const sheet = plainSheet();
    const options = { dispositif: 'MDV-LGC-Va1', fileName: 'x.xlsx' };
    const expected = orderless(importWorkbook({ sheets: [sheet] }, options).catalogue);
    const random = seeded(20_260_301);
    for (let run = 0; run < 60; run++) {
      const imported = importWorkbook({ sheets: [scrambled(sheet, random)] }, options);
      assertAccounted(imported);
      assert.deepEqual(orderless(imported.catalogue), expected, `run ${run}`);
    }
  });

  it('accounts for every row of any sheet of words', () => {
    const random = seeded(7);
    const words = [
      '',
      '',
      '',
      '---',
      'INS/va1.56',
      'SC.PSC.01',
      'Le système DOIT',
      'Général',
      'EXIGENCE',
      'INS/va1.56.01',
      'N° exigence',
      'Vidéo',
      '12',
      'OUI',
    ];
    const [header] = plainSheet().rows;
    assert.ok(header);
    for (let run = 0; run < 200; run++) {
      const rows: Row[] = [header];
      for (let n = 0; n < 12; n++) {
        const cells = header.cells.map(() => words[random(words.length)] ?? '');
        if (cells.some((cell) => cell !== '')) rows.push({ number: n + 2, cells });
      }
      assertAccounted(importWorkbook({ sheets: [{ name: 'S', rows }] }, { dispositif: 'X', fileName: 'x.xlsx' }));
    }
  });
});
