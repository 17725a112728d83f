import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Catalogue, ExpectedProof, Requirement } from '../../server/core/catalogue/catalogue';
import { neverCancelled } from '../../server/core/ports/cancellation';
import type { DoubtCode } from '../../server/core/workbook/doubt-sentences';
import { guessDispositif } from '../../server/core/workbook/guess-dispositif';
import type { ImportReport } from '../../server/core/workbook/import-report';
import { importWorkbook, type ImportedWorkbook } from '../../server/core/workbook/import-workbook';
import { readWorkbookFile } from '../../server/host/workbook/read-workbook';

/** The folder of our own workbooks. */
export const fixtures = join('test', 'fixtures', 'workbooks');

/** A workbook file imported as the tool does; without a dispositif in its name, as one of wave 1. */
export async function importFile(path: string): Promise<ImportedWorkbook> {
  const { workbook, fileName, sha256 } = await readWorkbookFile(path, neverCancelled);
  return importWorkbook(workbook, { dispositif: guessDispositif(fileName) ?? 'MDV-LGC-Va1', fileName, sha256 });
}

/** One of our own workbooks. */
export const fixture = (name: string): Promise<ImportedWorkbook> => importFile(join(fixtures, name));

/** A requirement that must be there. */
export function requirement(catalogue: Catalogue, id: string): Requirement {
  const found = catalogue.requirements.find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return found;
}

/** A proof that must be there. */
export function proof(catalogue: Catalogue, scenarioId: string, id: string): ExpectedProof {
  const scenarios = [...catalogue.requirements.flatMap((one) => one.scenarios), ...catalogue.coreScenarios];
  const found = scenarios.find((one) => one.id === scenarioId)?.proofs.find((one) => one.id === id);
  assert.ok(found, `${scenarioId} ${id}`);
  return found;
}

/** The rows that a doubt was reported of. */
export const rowsOf = (report: ImportReport, code: DoubtCode): number[] =>
  report.doubts.filter((doubt) => doubt.code === code).map((doubt) => doubt.row);

/** Every non-empty row of every sheet is somewhere, and every row not read is in the report with its content. */
export function assertAccounted({ report }: ImportedWorkbook): void {
  for (const { name, rows, ignored } of report.sheets) {
    if (ignored !== undefined) continue;
    assert.equal(rows.header + rows.preamble + rows.read + rows.unread, rows.nonEmpty, name);
    const unread = report.doubts.filter((doubt) => doubt.sheet === name && doubt.code === 'ligne-non-classee');
    assert.equal(unread.length, rows.unread, name);
    assert.ok(unread.every((doubt) => doubt.kept.trim() !== ''));
  }
}
