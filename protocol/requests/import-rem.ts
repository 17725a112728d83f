import { requestKind } from '../request';

/** Makes a catalogue of an official workbook. */
export const importRemRequest = requestKind<ImportParams, ImportResult>('segur/importerRem');

export interface ImportParams {
  readonly file: string;
  readonly target: string;
  readonly dispositif?: string;
  readonly version?: string;
}

/** Doubtful rows of one rank; never empty. */
export interface ImportDoubts {
  readonly rank: 'lost' | 'derived' | 'cosmetic';
  readonly title: string;
  /** Each in words, with sheet and row. */
  readonly lines: readonly string[];
}

export interface ImportResult {
  readonly target: string;
  readonly requirements: number;
  readonly scenarios: number;
  readonly proofs: number;
  /** Doubtful rows by how much they matter, what is lost or ambiguous first. */
  readonly doubts: readonly ImportDoubts[];
  readonly dispositif: string;
  /** Profiles of this REM, without `Général`. */
  readonly profiles: readonly string[];
}
