/** What needs attention first comes first. */
const order = [
  'incomplete',
  'toReview',
  'toProvide',
  'provided',
  'covered',
  'requiredWithoutProof',
  'unknown',
  'nothingExpected',
  'notApplicable',
] as const;

/**
 * Where a proof, and by roll-up everything above it, stands.
 * - `toProvide`: à fournir · `incomplete`: incomplète (something is wrong) · `toReview`: à revoir (text changed, other
 *   software version, too old) · `provided`: fournie.
 * - `covered`: the catalogue expects no proof of the requirement itself, but of a core-business scenario that covers it ·
 *   `requiredWithoutProof`: the requirement applies, and the catalogue expects no proof of it anywhere ·
 *   `unknown`: whether anything is expected is not known, for want of a catalogue or because it does not say ·
 *   `nothingExpected`: no proof is owed here · `notApplicable`: non applicable.
 */
export type Status = (typeof order)[number];

/** States in which no proof is counted. */
export const uncounted = [
  'covered',
  'requiredWithoutProof',
  'unknown',
  'nothingExpected',
  'notApplicable',
] as const satisfies readonly Status[];
export type Uncounted = (typeof uncounted)[number];

export function isUncounted(status: Status): status is Uncounted {
  return uncounted.some((one) => one === status);
}

const rank = Object.fromEntries(order.map((status, index) => [status, index])) as Readonly<Record<Status, number>>;

/** The status of a whole, from its parts: not applicable only when all of them are. */
export function rollUp(parts: Iterable<Status>): Status {
  let worst: number | undefined;
  for (const part of parts) worst = Math.min(worst ?? rank[part], rank[part]);
  return worst === undefined ? 'nothingExpected' : (order[worst] ?? 'nothingExpected');
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
  covered: noCounts,
  requiredWithoutProof: noCounts,
  unknown: noCounts,
  nothingExpected: noCounts,
  notApplicable: noCounts,
};

/** Counts of a single proof in this state. */
export function countOf(status: Status): Counts {
  return single[status];
}
