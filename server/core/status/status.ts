/**
 * Where a proof, and by roll-up everything above it, stands.
 * - `toProvide`: à fournir · `incomplete`: incomplète (something is wrong) · `toReview`: à revoir (text changed, other
 *   software version, too old) · `provided`: fournie · `notApplicable`: non applicable ·
 *   `nothingExpected`: the catalogue expects no proof here, or does not say.
 */
export type Status = 'incomplete' | 'toReview' | 'toProvide' | 'provided' | 'notApplicable' | 'nothingExpected';

/** What needs attention first comes first. */
const order: readonly Status[] = ['incomplete', 'toReview', 'toProvide', 'provided', 'notApplicable', 'nothingExpected'];

/** The status of a whole, from its parts. */
export function rollUp(parts: Iterable<Status>): Status {
  let worst = order.length - 1;
  for (const part of parts) worst = Math.min(worst, order.indexOf(part));
  return order[worst] ?? 'nothingExpected';
}

/** Number of expected proofs (or cases, or modalities) in each state. */
export interface Counts {
  readonly incomplete: number;
  readonly toReview: number;
  readonly toProvide: number;
  readonly provided: number;
}

export const noCounts: Counts = { incomplete: 0, toReview: 0, toProvide: 0, provided: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    incomplete: a.incomplete + b.incomplete,
    toReview: a.toReview + b.toReview,
    toProvide: a.toProvide + b.toProvide,
    provided: a.provided + b.provided,
  };
}

/** All the proofs expected, in whatever state. */
export function totalOf(counts: Counts): number {
  return counts.incomplete + counts.toReview + counts.toProvide + counts.provided;
}

/** Counts of a single proof in this state. */
export function countOf(status: Status): Counts {
  switch (status) {
    case 'incomplete':
    case 'toReview':
    case 'toProvide':
    case 'provided':
      return { ...noCounts, [status]: 1 };
    case 'notApplicable':
    case 'nothingExpected':
      return noCounts;
  }
}
