/**
 * The order of entries when two people changed a list: that of the one who moved some, else ours; what the other added stands
 * behind the entry that it was written behind. What both added at one place is sorted there, so that it does not matter who
 * merges whom.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  compare: (one: string, other: string) => number,
): string[] {
  const known = new Set(base);
  const moved = !isInOrder(base, theirs) && isInOrder(base, ours);
  const [first, second] = moved ? [theirs, ours] : [ours, theirs];
  const inFirst = new Set(first);
  const inSecond = new Set(second);
  /** What only the second has, by the entry before it. */
  const runs = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of second) {
    if (inFirst.has(id)) anchor = id;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), id]);
  }
  const order: string[] = [];
  let at = 0;
  const behind = (id: string | undefined): void => {
    const run = runs.get(id);
    if (!run) return;
    const start = at;
    while (at < first.length && isNew(first[at])) at++;
    for (const id of interleaved(first.slice(start, at), run, compare)) order.push(id);
  };
  const isNew = (id: string | undefined): boolean => id !== undefined && !known.has(id) && !inSecond.has(id);
  behind(undefined);
  while (at < first.length) {
    const id = first[at++];
    if (id === undefined) break;
    order.push(id);
    behind(id);
  }
  return order;
}

function isInOrder(base: readonly string[], side: readonly string[]): boolean {
  const ranks = new Map(base.map((id, rank) => [id, rank]));
  let last = -1;
  for (const id of side) {
    const rank = ranks.get(id);
    if (rank === undefined) continue;
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

function interleaved(
  one: readonly string[],
  other: readonly string[],
  compare: (one: string, other: string) => number,
): string[] {
  const result: string[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [mine, its] = [one[left], other[right]];
    if (mine === undefined || its === undefined) break;
    if (compare(mine, its) <= 0) {
      result.push(mine);
      left++;
    } else {
      result.push(its);
      right++;
    }
  }
  return [...result, ...one.slice(left), ...other.slice(right)];
}
