import { requestKind } from '../request';

/** Writes the report; the extension of the target is the format (`html`, `xlsx`, `csv`, `md`). Null when there is no such dossier (any more). */
export const saveReportRequest = requestKind<SaveReportParams, SaveReportResult | null>('segur/enregistrerRapport');

export interface SaveReportParams {
  readonly uri: string;
  readonly target: string;
  /** Without the notes of the team and the findings. */
  readonly forAns: boolean;
}

export interface SaveReportResult {
  readonly path: string;
}
