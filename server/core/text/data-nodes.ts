import { isScalar, type Node, type Pair } from 'yaml';

/** The pairs of a mapping that `readData` read. */
export function pairsOf(map: { readonly items: readonly unknown[] }): readonly Pair<Node, Node | null>[] {
  return map.items as readonly Pair<Node, Node | null>[];
}

/** The text of a scalar that `readData` read, in which every scalar is one; empty for everything else. */
export function scalarIn(node: Node | null | undefined): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : '';
}
