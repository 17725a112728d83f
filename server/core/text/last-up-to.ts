/** Index of the last number that is not above a limit, among numbers in ascending order; 0 when all are above, or none is there. */
export function lastUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = Math.max(0, sorted.length - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
