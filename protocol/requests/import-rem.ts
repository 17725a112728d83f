import { requestKind } from '../request';

/** Makes a catalogue of an official workbook. */
export const importRemRequest = requestKind<ImportParams, ImportResult>('segur/importerRem');

export interface ImportParams {
  readonly file: string;
  readonly target: string;
  readonly dispositif?: string;
  readonly version?: string;
}

export interface ImportResult {
  readonly target: string;
  readonly requirements: number;
  readonly scenarios: number;
  readonly proofs: number;
  /** Doubtful rows in words, with sheet and row. */
  readonly doubts: readonly string[];
  readonly dispositif: string;
  /** Profiles of this REM, without `Général`. */
  readonly profiles: readonly string[];
}
