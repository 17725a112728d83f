import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { columnOf } from '../fixes/manifest-text';
import { writableDocument } from '../text/bounded-yaml';
import type { OffsetRange } from '../text/offset-range';

/** An entry of a manifest: a text and where it stands in it, from its key to the end of its value. */
export interface EntryText {
  readonly uri: string;
  readonly text: string;
  readonly entry: OffsetRange;
}

export type YamlPair = Pair<Node, Node | null>;

/** Keys to go down from the entry's value; numbers, from 0, are items of a list. */
export type EntryPath = readonly (string | number)[];

/** Why a place can not be written: reached through an alias, repeated by one, of another form. */
export type Unwritable = 'alias' | 'shared' | 'shape';

/** A place of an entry: a pair of a mapping, or an item of a list. */
export interface Place {
  readonly holder: YAMLMap | YAMLSeq;
  /** Of a mapping. */
  readonly pair?: YamlPair;
  readonly value: Node | null;
  /** The mapping or list that the holder is the value of, up to the entry. */
  readonly above?: Place;
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
    const isEntry = document?.errors.length === 0 && isMap<Node, Node | null>(document.contents);
    this.top = isEntry ? (document.contents as YAMLMap<Node, Node | null>).items[0] : undefined;
  }

  /** The place at the end of a path; `absent` where one of its keys is not written. */
  find(path: EntryPath): Place | 'absent' | Unwritable {
    if (!this.top || this.of.text.startsWith('*', this.of.entry.start)) return 'alias';
    let value: Node | null = this.top.value;
    let place: Place | undefined;
    for (const step of path) {
      if (value === null || isEmptyNode(value)) return 'absent';
      if (isAlias(value)) return 'alias';
      if (this.isRepeated(value)) return 'shared';
      const next = placeIn(value, step);
      if (typeof next === 'string') return next;
      place = place ? { ...next, above: place } : next;
      value = place.value;
    }
    return place ?? 'shape';
  }

  /** Whether an alias stands for the same elsewhere: what is written here would be written there too. */
  isRepeated(node: Node): boolean {
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
    return anchor !== undefined && this.of.text.includes(`*${anchor}`);
  }

  rangeOf(node: Node | null | undefined): OffsetRange | undefined {
    const range = node?.range;
    return range ? { start: range[0] + this.shift, end: range[1] + this.shift } : undefined;
  }
}

function placeIn(value: Node, step: string | number): Place | 'absent' | 'shape' {
  if (typeof step === 'number') {
    if (!isSeq<Node | null>(value) || step >= value.items.length) return 'shape';
    return { holder: value, value: value.items[step] ?? null };
  }
  if (!isMap<Node, Node | null>(value)) return 'shape';
  const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === step);
  return pair ? { holder: value, pair, value: pair.value } : 'absent';
}

/** `key:`, `key: ~`, `key: null`. */
export function isEmptyNode(node: Node | null): boolean {
  if (node === null) return true;
  return isScalar(node) && node.type === 'PLAIN' && ['', '~', 'null', 'Null', 'NULL'].includes(node.source ?? '');
}
