import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { importWorkbook } from '../../server/core/workbook/import-workbook';
import { readWorkbookFile } from '../../server/host/workbook/read-workbook';
import { orderless, scrambled, seeded } from '../kit/scrambled-sheet';
import { assertAccounted, importFile, requirement, rowsOf } from '../kit/workbook-import';

/** Real workbooks beside the repository; these tests are skipped without them. */
const real = join('..', 'shared', 'data', 'rem');

/** Counts straight from the sheet's XML, by column letters, with none of the code under test. */
function countInXml(
  path: string,
  columns: { id: string; scenario: string; firstProof: number },
): [number, number, number] {
  const parts = unzipSync(readFileSync(path));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const letters = (n: number): string =>
    (n < 26 ? '' : String.fromCharCode(64 + Math.floor(n / 26))) + String.fromCharCode(65 + (n % 26));
  const requirements = new Set<string>();
  const scenarios = new Set<string>();
  const proofs = new Set<string>();
  for (const [, body = ''] of xml.matchAll(/<row r="\d+"[^>]*>(.*?)<\/row>/gs)) {
    const cells = new Map<string, string>();
    for (const [, at = '', value = ''] of body.matchAll(/<c r="([A-Z]+)\d+"[^>]*><v[^>]*>(.*?)<\/v><\/c>/gs))
      cells.set(at, value.trim());
    const id = cells.get(columns.id) ?? '';
    if (!/\d/.test(id)) continue;
    const scenario = cells.get(columns.scenario) ?? '';
    requirements.add(id);
    if (scenario !== '') scenarios.add(scenario);
    for (let n = 0; n < 10; n++) {
      const number = cells.get(letters(columns.firstProof + 2 * n)) ?? '';
      const text = cells.get(letters(columns.firstProof + 2 * n + 1)) ?? '';
      if (number !== '' || text !== '') proofs.add(`${scenario} ${number === '' ? `column ${n}` : number}`);
    }
  }
  return [requirements.size, scenarios.size, proofs.size];
}

describe('workbook import: real workbooks', () => {
  // Columns H, J and L (index 11) in wave 1; B, I and K (index 10) in wave 2.
  const wave1 = { id: 'H', scenario: 'J', firstProof: 11 };
  const wave2 = { id: 'B', scenario: 'I', firstProof: 10 };
  for (const { name, columns, rows, counts } of [
    { name: 'rem-lgc-vague1.xlsx', columns: wave1, rows: 136, counts: [109, 126, 168] },
    { name: 'rem-lgc-vague2-brouillon.xlsx', columns: wave2, rows: 131, counts: [121, 112, 142] },
    { name: 'rem-drimbox-vague2-brouillon.xlsx', columns: wave1, rows: 258, counts: [230, 49, 59] },
  ]) {
    it(`counts ${name} as its XML does`, async function () {
      const path = join(real, name);
      if (!existsSync(path)) this.skip();
      const imported = await importFile(path);
      const { read, sheets } = imported.report;
      assertAccounted(imported);
      assert.deepEqual([read.requirements, read.scenarios, read.proofs], countInXml(path, columns));
      assert.deepEqual([read.requirements, read.scenarios, read.proofs], counts);
      assert.equal(sheets[0]?.rows.nonEmpty, rows);
      assert.equal(sheets[0].rows.unread, 0);
      assert.ok(imported.catalogue.requirements.every((one) => one.domain !== 'autre'));
    });
  }

  it('reads the core-business scenarios of DRIMbox', async function () {
    const path = join(real, 'rem-drimbox-vague2-brouillon.xlsx');
    if (!existsSync(path)) this.skip();
    const { catalogue, report } = await importFile(path);
    assert.deepEqual([report.read.coreScenarios, report.read.coreSteps, report.read.coreProofs], [3, 20, 35]);
    assert.deepEqual(
      catalogue.coreScenarios.map(({ id }) => id),
      ['SCN_DB/CO.01', 'SCN_DB/CO.02', 'SCN_DB/SO.03'],
    );
    assert.deepEqual(rowsOf(report, 'ligne-repetee'), [198, 204, 206, 208, 210, 212, 214, 238, 252, 254]);
  });

  it('finds the PSC modalities to be the only alternatives', async function () {
    const path = join(real, 'rem-lgc-vague2-brouillon.xlsx');
    if (!existsSync(path)) this.skip();
    const { catalogue } = await importFile(path);
    const alternatives = catalogue.requirements.filter((one) =>
      one.scenarios.some(({ mode }) => mode === 'au_moins_un'),
    );
    assert.deepEqual(
      alternatives.map(({ id }) => id),
      ['PSC.01'],
    );
  });

  it('gives the same catalogue for shuffled rows and columns', async function () {
    const path = join(real, 'rem-lgc-vague1.xlsx');
    if (!existsSync(path)) this.skip();
    const { workbook } = await readWorkbookFile(path, neverCancelled);
    const [sheet] = workbook.sheets;
    assert.ok(sheet);
    const options = { dispositif: 'MDV-LGC-Va1', fileName: 'x.xlsx' };
    const expected = orderless(importWorkbook(workbook, options).catalogue);
    const random = seeded(11);
    for (let run = 0; run < 3; run++) {
      const { catalogue } = importWorkbook({ sheets: [scrambled(sheet, random)] }, options);
      // Scenario ids with a level too many are left in the order of the rows.
      const { scenarios } = requirement(catalogue, 'INS/va1.44');
      assert.equal(scenarios.length, 3);
      const without = (one: unknown): unknown => ({
        ...(one as Catalogue),
        requirements: (one as Catalogue).requirements.filter(({ id }) => id !== 'INS/va1.44'),
      });
      assert.deepEqual(without(orderless(catalogue)), without(expected));
    }
  });

  for (const [name, proofs] of [
    ['gabarit-rem-vague1.xlsx', 10],
    ['gabarit-import-convergence.xlsx', 1],
  ] as const) {
    it(`imports the template ${name}`, async function () {
      const path = join(real, name);
      if (!existsSync(path)) this.skip();
      const imported = await importFile(path);
      assertAccounted(imported);
      const { read } = imported.report;
      assert.deepEqual([read.requirements, read.scenarios, read.proofs], [1, 1, proofs]);
    });
  }
});
