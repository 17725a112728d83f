import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { columnOf } from '../fixes/manifest-text';
import { writableDocument } from '../text/bounded-yaml';
import type { OffsetRange } from '../text/offset-range';

/** An entry of a manifest: a text and where it stands in it, from its key to the end of its value. */
export interface EntryText {
  readonly uri: string;
  readonly text: string;
  readonly entry: OffsetRange;
}

export type YamlPair = Pair<ParsedNode, ParsedNode | null>;

/** Keys to go down from the entry's value; numbers, from 0, are items of a list. */
export type EntryPath = readonly (string | number)[];

/** Why a place can not be written: reached through an alias, repeated by one, of another form. */
export type Unwritable = 'alias' | 'shared' | 'shape';

/** A place of an entry. */
export type Place = KeyPlace | ItemPlace;

interface Above {
  /** The mapping or list that the holder is the value of, up to the entry. */
  readonly above?: Place;
}

/** A pair of a mapping. */
export interface KeyPlace extends Above {
  readonly holder: YAMLMap.Parsed;
  readonly pair: YamlPair;
  readonly value: ParsedNode;
}

/** An item of a list. */
export interface ItemPlace extends Above {
  readonly holder: YAMLSeq.Parsed;
  readonly index: number;
  readonly value: ParsedNode;
}

/** An entry as YAML; offsets of its nodes become those of the file by adding `shift`. */
export class EntryYaml {
  readonly shift: number;
  readonly top: YamlPair | undefined;

  constructor(readonly of: EntryText) {
    const { text, entry } = of;
    // The first line gets its margin back, so that columns are those of the file.
    const margin = columnOf(text, entry.start);
    this.shift = entry.start - margin;
    const document = writableDocument(' '.repeat(margin) + text.slice(entry.start, entry.end), {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
    });
    const contents = document?.errors.length === 0 ? document.contents : undefined;
    this.top = isMap(contents) ? contents.items[0] : undefined;
  }

  /** The place at the end of a path; `absent` where one of its keys is not written. */
  find(path: EntryPath): Place | 'absent' | Unwritable {
    if (!this.top || this.of.text.startsWith('*', this.of.entry.start)) return 'alias';
    let value: ParsedNode | null = this.top.value;
    let place: Place | undefined;
    for (const step of path) {
      if (isEmptyNode(value)) return 'absent';
      if (isAlias(value)) return 'alias';
      if (this.isRepeated(value)) return 'shared';
      const next = placeIn(value, step);
      if (typeof next === 'string') return next;
      place = place ? { ...next, above: place } : next;
      value = place.value;
    }
    return place ?? 'shape';
  }

  /** The same for a path whose last step is a key. */
  findKey(path: EntryPath): KeyPlace | 'absent' | Unwritable {
    const place = this.find(path);
    return typeof place === 'string' || 'pair' in place ? place : 'shape';
  }

  /** The same for a path whose last step is an item. */
  findItem(path: EntryPath): ItemPlace | Unwritable {
    const place = this.find(path);
    if (typeof place === 'string') return place === 'absent' ? 'shape' : place;
    return 'index' in place ? place : 'shape';
  }

  /** Whether an alias stands for the same elsewhere: what is written here would be written there too. */
  isRepeated(node: ParsedNode | null): boolean {
    return node?.anchor !== undefined && this.of.text.includes(`*${node.anchor}`);
  }

  rangeOf({ range: [start, end] }: ParsedNode): OffsetRange {
    return { start: start + this.shift, end: end + this.shift };
  }
}

function placeIn(value: ParsedNode, step: string | number): Place | 'absent' | 'shape' {
  if (typeof step === 'number') {
    if (!isSeq(value)) return 'shape';
    const item = value.items[step];
    return item ? { holder: value, index: step, value: item } : 'shape';
  }
  if (!isMap(value)) return 'shape';
  const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === step);
  if (!pair) return 'absent';
  // `? key` alone.
  return pair.value ? { holder: value, pair, value: pair.value } : 'shape';
}

/** `key:`, `key: ~`, `key: null`. */
export function isEmptyNode(node: ParsedNode | null): node is Scalar.Parsed | null {
  if (node === null) return true;
  return isScalar(node) && node.type === 'PLAIN' && ['', '~', 'null', 'Null', 'NULL'].includes(node.source);
}
