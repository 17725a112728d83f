import assert from 'node:assert/strict';
import fc from 'fast-check';
import { neverCancelled } from '../../core/ports/cancellation';
import type { Sheet } from '../../core/workbook/workbook';
import { readWorkbook } from '../workbook/read-workbook';
import { writeXlsx, type XlsxSheet } from './write-xlsx';

async function readBack(sheets: readonly XlsxSheet[]): Promise<readonly Sheet[]> {
  return (await readWorkbook(writeXlsx(sheets), neverCancelled)).sheets;
}

describe('writing a workbook', () => {
  it('is read back cell by cell: text as written, numbers as numbers, nothing as nothing', async () => {
    const columns = [{ header: 'Preuve', width: 20 }, { header: 'Poids' }, { header: 'Version' }];
    const rows = [
      ['INS/va1.56.02.01', 1200, '12.10'],
      ['=1+1', undefined, ' espaces '],
      ['deux\nlignes & <balises> "é" 🩺', 0.5, '_x0041_'],
    ];
    const [sheet] = await readBack([{ name: 'Pièces', columns, rows }]);
    assert.equal(sheet?.name, 'Pièces');
    assert.deepEqual(
      sheet.rows.map(({ number, cells }) => [number, ...cells]),
      [
        [1, 'Preuve', 'Poids', 'Version'],
        [2, 'INS/va1.56.02.01', '1200', '12.10'],
        [3, '=1+1', '', ' espaces '],
        [4, 'deux\nlignes & <balises> "é" 🩺', '0.5', '_x0041_'],
      ],
    );
  });

  it('gives tabs names that spreadsheets accept, each once', async () => {
    const name = 'Chapitre [1] : identité nationale de santé';
    const sheets = await readBack([name, name, '', "'", 'A/B'].map((one) => ({ name: one, columns: [], rows: [] })));
    const names = sheets.map((sheet) => sheet.name);
    assert.equal(new Set(names.map((one) => one.toLowerCase())).size, names.length);
    for (const one of names) assert.match(one, /^(?!')[^\\/?*[\]:]{1,31}(?<!')$/);
  });

  it('cuts a text that no cell can hold, and says so', async () => {
    const [sheet] = await readBack([{ name: 'S', columns: [{ header: 'h' }], rows: [['x'.repeat(40_000)]] }]);
    const text = sheet?.rows[1]?.cells[0] ?? '';
    assert.equal(text.length, 32_767);
    assert.ok(text.endsWith('…'));
  });

  it('writes the same bytes for the same sheets', () => {
    const sheets = [{ name: 'S', columns: [{ header: 'h' }], rows: [['a', 1]] }];
    assert.deepEqual(writeXlsx(sheets), writeXlsx(sheets));
  });

  it('holds any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.nat(0x1ffff), { minLength: 1, maxLength: 20 }).map((codes) => String.fromCodePoint(...codes)),
          { maxLength: 5 },
        ),
        async (texts) => {
          const [sheet] = await readBack([
            { name: 'S', columns: [{ header: 'h' }], rows: texts.map((text) => [text]) },
          ]);
          const expected = texts.map((text) =>
            text
              .replace(/\r\n?/g, '\n')
              // eslint-disable-next-line no-control-regex -- what XML cannot hold
              .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD'),
          );
          const found = new Map(sheet?.rows.map(({ number, cells }) => [number, cells[0]]));
          expected.forEach((text, index) => {
            assert.equal((found.get(index + 2) ?? '').trim(), text.trim());
          });
        },
      ),
      { seed: 19, numRuns: 40 },
    );
  });
});
