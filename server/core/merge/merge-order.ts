/** An entry, known by its id. */
interface Entry {
  readonly id: string;
}

/**
 * The order of entries when two people changed a list: that of the one who moved some, else ours; what the other added stands
 * behind the entry that it was written behind. What both added at one place is sorted there, so that it does not matter who
 * merges whom.
 */
export function mergeOrder<Item extends Entry>(
  base: readonly Entry[],
  ours: readonly Item[],
  theirs: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Item[] {
  const known = idsOf(base);
  const moved = !isInOrder(base, theirs) && isInOrder(base, ours);
  const [first, second] = moved ? [theirs, ours] : [ours, theirs];
  const [inFirst, inSecond] = [idsOf(first), idsOf(second)];
  /** What only the second has, by the entry before it. */
  const runs = new Map<string | undefined, Item[]>();
  let anchor: string | undefined;
  for (const item of second) {
    if (inFirst.has(item.id)) anchor = item.id;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), item]);
  }
  const order: Item[] = [];
  let at = 0;
  const behind = (id: string | undefined): void => {
    const run = runs.get(id);
    if (!run) return;
    const start = at;
    while (at < first.length && isNew(first[at])) at++;
    for (const id of interleaved(first.slice(start, at), run, compare)) order.push(id);
  };
  const isNew = (item: Item | undefined): boolean =>
    item !== undefined && !known.has(item.id) && !inSecond.has(item.id);
  behind(undefined);
  for (let item = first[at]; item !== undefined; item = first[at]) {
    at++;
    order.push(item);
    behind(item.id);
  }
  return order;
}

function idsOf(items: readonly Entry[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function isInOrder(base: readonly Entry[], side: readonly Entry[]): boolean {
  const ranks = new Map(base.map(({ id }, rank) => [id, rank]));
  let last = -1;
  for (const { id } of side) {
    const rank = ranks.get(id);
    if (rank === undefined) continue;
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

function interleaved<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Item[] {
  const result: Item[] = [];
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
