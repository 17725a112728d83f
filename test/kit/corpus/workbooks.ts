import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../../server/core/catalogue/catalogue';
import { neverCancelled } from '../../../server/core/ports/cancellation';
import { guessDispositif } from '../../../server/core/workbook/guess-dispositif';
import { importWorkbook } from '../../../server/core/workbook/import-workbook';
import { readWorkbookFile } from '../../../server/host/workbook/read-workbook';

/** Our own small workbooks. */
export const ourWorkbooks = join('test', 'fixtures', 'workbooks');

/** Real workbooks beside the repository, where they are. */
export const realWorkbooks = join('..', 'shared', 'data', 'rem');

/** Paths of the workbooks of a folder that hold a REM, in a fixed order; none when it is not there. */
export function workbooksIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx') && name !== 'sans-rem.xlsx')
    .sort()
    .map((name) => join(folder, name));
}

/** The catalogue of a workbook. */
export async function catalogueOf(path: string): Promise<Catalogue> {
  const { workbook, fileName, sha256 } = await readWorkbookFile(path, neverCancelled);
  return importWorkbook(workbook, { dispositif: dispositifOf(fileName), fileName, sha256 }).catalogue;
}

/** What a user would answer where the name of a workbook does not tell. */
function dispositifOf(fileName: string): string {
  const guessed = guessDispositif(fileName);
  if (guessed !== undefined) return guessed;
  if (fileName.includes('drimbox')) return 'IMG-DB-Va2';
  return fileName.includes('vague1') ? 'MDV-LGC-Va1' : 'MDV-LGC-Va2';
}
