import { requestKind } from '../request';

/**
 * Writes one report over all dossiers of a portfolio; the extension of the target is the format (`html`, `xlsx`, `csv`, `md`,
 * `json`). Null when there is no such portfolio (any more).
 */
export const savePortfolioReportRequest = requestKind<SavePortfolioReportParams, { readonly path: string } | null>(
  'segur/enregistrerRapportPortefeuille',
);

export interface SavePortfolioReportParams {
  /** URI of the portfolio. */
  readonly uri: string;
  readonly target: string;
}
