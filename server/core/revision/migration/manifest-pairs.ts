import { isMap, isScalar, isSeq, visit, type Node, type Pair, type YAMLMap } from 'yaml';
import { readData } from '../../text/read-data';
import type { OffsetRange } from '../../text/offset-range';

/** A key of a manifest with its value, as they are written. Absolute offsets. */
export interface WrittenPair {
  readonly key: OffsetRange;
  /** From the key to the end of the value. */
  readonly range: OffsetRange;
  /** Where the value begins; undefined without one. */
  readonly value: number | undefined;
  /** The mapping it stands in: the same object for its neighbours. */
  readonly map: object;
  /** Inside braces. */
  readonly flow: boolean;
}

/** The keys of a manifest by the offset at which they begin; those reached through an alias only are not there. */
export class ManifestPairs {
  readonly #pairs = new Map<number, WrittenPair>();

  constructor(text: string) {
    const { document } = readData(text);
    if (!document) return;
    const flow = new Set<object>();
    visit(document, {
      Map: (_, map, path) => {
        const inFlow = map.flow === true || path.some((parent) => flow.has(parent));
        if (inFlow) flow.add(map);
        for (const pair of map.items) this.#add(pair as Pair<Node, Node | null>, map, inFlow);
      },
      Seq: (_, seq, path) => {
        if (seq.flow === true || path.some((parent) => flow.has(parent))) flow.add(seq);
      },
    });
  }

  /** The pair whose value begins at an offset. */
  ofValue(start: number): WrittenPair | undefined {
    return [...this.#pairs.values()].find(({ value }) => value === start);
  }

  /** @param start offset of the key */
  at(start: number): WrittenPair | undefined {
    return this.#pairs.get(start);
  }

  #add(pair: Pair<Node, Node | null>, map: YAMLMap, flow: boolean): void {
    const key = pair.key.range;
    // An alias as key names nothing that could be changed.
    if (!key || !isScalar(pair.key)) return;
    const end = Math.max(key[1], endOf(pair.value));
    this.#pairs.set(key[0], {
      key: { start: key[0], end: key[1] },
      range: { start: key[0], end },
      value: pair.value?.range?.[0],
      map,
      flow,
    });
  }
}

/** The end of a value without what follows it: a collection in block style would count the comments under it. */
function endOf(node: Node | null | undefined): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | undefined;
    if (last) return Math.max(last.key.range?.[1] ?? 0, endOf(last.value));
  }
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1) as Node | null | undefined;
    if (last) return endOf(last);
  }
  return node?.range?.[1] ?? 0;
}
