/**
 * Where a proof, and by roll-up everything above it, stands.
 * - `toProvide`: à fournir · `incomplete`: incomplète (something is wrong) · `toReview`: à revoir (text changed, other
 *   software version, too old) · `provided`: fournie · `notApplicable`: non applicable ·
 *   `nothingExpected`: the catalogue expects no proof here, or does not say.
 */
export type Status = 'incomplete' | 'toReview' | 'toProvide' | 'provided' | 'notApplicable' | 'nothingExpected';

/** What needs attention first comes first. */
const order: readonly Status[] = [
  'incomplete',
  'toReview',
  'toProvide',
  'provided',
  'notApplicable',
  'nothingExpected',
];
const rank: Readonly<Record<Status, number>> = {
  incomplete: 0,
  toReview: 1,
  toProvide: 2,
  provided: 3,
  notApplicable: 4,
  nothingExpected: 5,
};

/** The status of a whole, from its parts. */
export function rollUp(parts: Iterable<Status>): Status {
  let worst = order.length - 1;
  for (const part of parts) worst = Math.min(worst, rank[part]);
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

/** The sum of many counts. */
export function sumCounts(parts: Iterable<Counts>): Counts {
  const sum = { incomplete: 0, toReview: 0, toProvide: 0, provided: 0 };
  for (const part of parts) {
    sum.incomplete += part.incomplete;
    sum.toReview += part.toReview;
    sum.toProvide += part.toProvide;
    sum.provided += part.provided;
  }
  return sum;
}

/** All the proofs expected, in whatever state. */
export function totalOf(counts: Counts): number {
  return counts.incomplete + counts.toReview + counts.toProvide + counts.provided;
}

const single: Readonly<Record<Status, Counts>> = {
  incomplete: { ...noCounts, incomplete: 1 },
  toReview: { ...noCounts, toReview: 1 },
  toProvide: { ...noCounts, toProvide: 1 },
  provided: { ...noCounts, provided: 1 },
  notApplicable: noCounts,
  nothingExpected: noCounts,
};

/** Counts of a single proof in this state. */
export function countOf(status: Status): Counts {
  return single[status];
}
