import type { ViewCounts } from '../../protocol/compliance-view';

/** Whether a proof has evidence already, be it enough or not. */
export function hasEvidence(counts: ViewCounts | undefined): boolean {
  return counts !== undefined && counts.provided + counts.incomplete + counts.toReview > 0;
}
