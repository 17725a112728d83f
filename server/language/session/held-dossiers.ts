import type { Holding } from '../../core/holdings/holding';
import type { Cancellation } from '../../core/ports/cancellation';
import { openPortfolio, type Portfolio } from '../../core/workspace/portfolio';
import type { Analyses } from './analyses';

/** A portfolio with its dossiers as they were last checked. */
export interface HeldDossiers {
  readonly portfolio: Portfolio;
  /** In the order of the portfolio. */
  readonly holdings: readonly Holding[];
}

/** @returns undefined when there is no such portfolio */
export async function heldDossiers(
  analyses: Analyses,
  uri: string,
  cancellation: Cancellation,
): Promise<HeldDossiers | undefined> {
  const portfolio = await openPortfolio(analyses.workspace, uri, cancellation);
  if (!portfolio) return undefined;
  const holdings: Holding[] = [];
  for (const { mainUri, path } of portfolio.members) {
    const analysis = await analyses.ofMain(mainUri, cancellation);
    if (analysis) holdings.push({ path, analysis });
  }
  return { portfolio, holdings };
}
