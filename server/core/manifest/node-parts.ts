import type { Located, OffsetRange } from '../text/offset-range';
import type { ReadEntry, ReadMap, ReadNode } from './read-node';

/** The entry of a map under a key; undefined in any other node. */
export function entryOf(node: ReadNode | undefined, key: string): ReadEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key.value === key) : undefined;
}

/** The text under a key, with its place; undefined when it is absent or no scalar. */
export function scalarOf(node: ReadNode | undefined, key: string): Located<string> | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' ? { value: value.value, range: value.range } : undefined;
}

/** The map under a key; undefined when it is absent or something else. */
export function mapOf(node: ReadNode | undefined, key: string): ReadMap | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'map' ? value : undefined;
}

/** The items of the list under a key; none when it is absent or no list. */
export function itemsOf(
  node: ReadNode | undefined,
  key: string,
): readonly { readonly value: ReadNode | undefined; readonly range: OffsetRange }[] {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'list' ? value.items : [];
}
