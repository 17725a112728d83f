import { requestKind } from '../request';

/** The report as a page, to be shown; null when there is no such dossier (any more). */
export const reportRequest = requestKind<ReportParams, ReportResult | null>('segur/rapport');

export interface ReportParams {
  /** Of the main manifest. */
  readonly uri: string;
}

export interface ReportResult {
  readonly title: string;
  readonly html: string;
}
