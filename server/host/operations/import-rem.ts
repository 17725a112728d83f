import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { writeImportedCatalogue } from '../../core/catalogue/write-imported-catalogue';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { RegimeRules } from '../../core/regimes/regime-rules';
import { guessDispositif } from '../../core/workbook/guess-dispositif';
import { importWorkbook } from '../../core/workbook/import-workbook';
import type { ImportReport } from '../../core/workbook/import-report';
import { readWorkbookFile } from '../workbook/read-workbook';
import { writeText } from './write-text';

export interface ImportRequest {
  /** Path of the workbook. */
  readonly file: string;
  /** Path of the `*.rem.yaml` to write or replace; its folder is made when it does not exist. */
  readonly target: string;
  /** Guessed from the file's name when absent. */
  readonly dispositif?: string;
  readonly version?: string;
  /** With those of the team's data packages; what ships where there are none. */
  readonly regimes?: RegimeRules;
  readonly cancellation: Cancellation;
}

export type ImportOutcome =
  | { readonly kind: 'written'; readonly target: string; readonly catalogue: Catalogue; readonly report: ImportReport }
  /** Neither given nor told by the file's name. */
  | { readonly kind: 'dispositifNeeded' }
  /** No sheet has the layout of a REM; the report says what each sheet is. */
  | { readonly kind: 'noRem'; readonly report: ImportReport };

/** Reads an official workbook and writes its catalogue. Errors of files and workbook are thrown as they are. */
export async function importRem(request: ImportRequest): Promise<ImportOutcome> {
  const fileName = basename(request.file);
  const dispositif = request.dispositif ?? guessDispositif(fileName);
  if (dispositif === undefined) return { kind: 'dispositifNeeded' };
  const { workbook, sha256 } = await readWorkbookFile(request.file, request.cancellation);
  throwIfCancelled(request.cancellation);
  const { catalogue, report } = importWorkbook(workbook, {
    dispositif,
    fileName,
    sha256,
    ...(request.version === undefined ? {} : { version: request.version }),
    ...(request.regimes === undefined ? {} : { regimes: request.regimes }),
  });
  if (catalogue.requirements.length === 0 && catalogue.coreScenarios.length === 0) return { kind: 'noRem', report };
  await mkdir(dirname(request.target), { recursive: true });
  await writeText(request.target, writeImportedCatalogue(catalogue));
  return { kind: 'written', target: request.target, catalogue, report };
}
