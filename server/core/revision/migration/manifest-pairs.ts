import { isCollection, isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
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
    this.#read(readData(text).document?.contents, false);
  }

  #read(node: ParsedNode | null | undefined, above: boolean): void {
    if (!isCollection(node)) return;
    const flow = above || node.flow === true;
    if (!isMap(node)) for (const item of node.items) this.#read(item, flow);
    else
      for (const pair of node.items) {
        this.#add(pair, node, flow);
        this.#read(pair.key, flow);
        this.#read(pair.value, flow);
      }
  }

  /** The pair whose value begins at an offset. */
  ofValue(start: number): WrittenPair | undefined {
    return [...this.#pairs.values()].find(({ value }) => value === start);
  }

  /** @param start offset of the key */
  at(start: number): WrittenPair | undefined {
    return this.#pairs.get(start);
  }

  #add({ key, value }: Pair<ParsedNode, ParsedNode | null>, map: object, flow: boolean): void {
    // An alias as key names nothing that could be changed.
    if (!isScalar(key)) return;
    const [start, end] = key.range;
    this.#pairs.set(start, {
      key: { start, end },
      range: { start, end: Math.max(end, endOf(value)) },
      value: value?.range[0],
      map,
      flow,
    });
  }
}

/** The end of a value without what follows it: a collection in block style would count the comments under it. */
function endOf(node: ParsedNode | null): number {
  if (node === null) return 0;
  if (!isCollection(node) || node.flow === true) return node.range[1];
  const [start] = node.range;
  if (!isMap(node)) return Math.max(start, ...node.items.slice(-1).map(endOf));
  return Math.max(start, ...node.items.slice(-1).map(({ key, value }) => Math.max(key.range[1], endOf(value))));
}
