/** What is wished for an entry of a mapping. */
export type Wish = {
  /** The key as it is. */
  readonly written: string;
  /** The mapping it stands in; undefined when it is reached through an alias. */
  readonly map: object | undefined;
} & ({ readonly kind: 'stay' } | { readonly kind: 'park' } | { readonly kind: 'rename'; readonly to: string });

/**
 * The same wishes, but where a new key would stand twice in one mapping: there the entry that would take it is taken out
 * instead, because a key written twice loses one of the two in most YAML readers.
 */
export function settle<Wished extends { readonly wish: Wish }>(wished: readonly Wished[]): readonly Wished[] {
  const taken = new Map<object | undefined, Set<string>>();
  const keysOf = (map: object | undefined) => {
    const known = taken.get(map);
    if (known) return known;
    const made = new Set<string>();
    taken.set(map, made);
    return made;
  };
  for (const { wish } of wished) if (wish.kind === 'stay') keysOf(wish.map).add(wish.written);
  return wished.map((one) => {
    const { wish } = one;
    if (wish.kind !== 'rename' || wish.map === undefined) return one;
    const keys = keysOf(wish.map);
    if (keys.has(wish.to)) return { ...one, wish: { written: wish.written, map: wish.map, kind: 'park' } };
    keys.add(wish.to);
    return one;
  });
}
