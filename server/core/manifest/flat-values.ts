import type { OffsetRange } from '../text/offset-range';
import type { ReadNode } from './read-node';
import type { Shape } from './shape';

/** One scalar of a section, or a mapping that is written there, under its dotted key; items of a list share one key. */
export interface FlatValue {
  /** `test_intrusion.date`, `pieces.va`. */
  readonly key: string;
  readonly kind: 'scalar' | 'path' | 'map';
  /** Empty for a mapping. */
  readonly value: string;
  /** Of the value; of its key for a mapping. */
  readonly range: OffsetRange;
  /** Of a mapping, from its key to the end of what it holds. */
  readonly whole?: OffsetRange;
  /** Place of the list item it stands in, if any: 0, 1… */
  readonly item?: number;
}

/** A section read flat: enough for checks that ask for a key by its name. */
export interface FlatSection {
  /** The section's key. */
  readonly key: OffsetRange;
  readonly values: readonly FlatValue[];
}

/** Every scalar below a node, in text order, with what its shape says of it. */
export function flatValues(node: ReadNode | undefined, shape: Shape, prefix = '', item?: number): FlatValue[] {
  if (!node) return [];
  const place = item === undefined ? {} : { item };
  if (node.kind === 'scalar') {
    const kind = shape.kind === 'scalar' && shape.format === 'path' ? 'path' : 'scalar';
    return [{ key: prefix, kind, value: node.value, range: node.range, ...place }];
  }
  if (node.kind === 'list') {
    if (shape.kind !== 'list') return [];
    return node.items.flatMap((each, index) => flatValues(each.value, shape.item, prefix, index));
  }
  if (shape.kind !== 'map') return [];
  return node.entries.flatMap((entry) => {
    const known = Object.hasOwn(shape.keys, entry.key.value) ? shape.keys[entry.key.value] : undefined;
    if (!known) return [];
    const key = prefix === '' ? entry.key.value : `${prefix}.${entry.key.value}`;
    const head: FlatValue[] =
      known.shape.kind === 'map'
        ? [{ key, kind: 'map', value: '', range: entry.key.range, whole: entry.range, ...place }]
        : [];
    return [...head, ...flatValues(entry.value, known.shape, key, item)];
  });
}

/** The first value under a key. */
export function flatValue(values: readonly FlatValue[] | undefined, key: string): FlatValue | undefined {
  return values?.find((each) => each.key === key && each.value !== '');
}

/** Whether a mapping is written under a key, even an empty one. */
export function flatMapKey(values: readonly FlatValue[] | undefined, key: string): FlatValue | undefined {
  return values?.find((each) => each.key === key && each.kind === 'map');
}
