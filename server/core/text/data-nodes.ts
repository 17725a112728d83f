import { isScalar, type Node, type Pair } from 'yaml';
import type { OffsetRange } from './offset-range';
import { rangeOfNode, type YamlNode } from './yaml-node';

/** The pairs of a mapping that `readData` read. */
export function pairsOf(map: { readonly items: readonly unknown[] }): readonly Pair<Node, Node | null>[] {
  return map.items as readonly Pair<Node, Node | null>[];
}

/**
 * The keys of a mapping that stand in it before: what the first one says would be lost.
 * @param same what two keys that mean the same have in common
 */
export function repeatedKeys(
  map: { readonly items: readonly unknown[] },
  same: (key: string) => string = (key) => key,
): readonly Node[] {
  const seen = new Set<string>();
  return pairsOf(map).flatMap(({ key }) => {
    const plain = same(scalarIn(key));
    if (seen.has(plain)) return [key];
    seen.add(plain);
    return [];
  });
}

/** The text of a scalar that `readData` read, in which every scalar is one; empty for everything else. */
export function scalarIn(node: unknown): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : '';
}

/** Where a node stands; the beginning of the text for none. */
export function placeOf(node: YamlNode | null | undefined): OffsetRange {
  return rangeOfNode(node) ?? { start: 0, end: 0 };
}
