import { isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { writableDocument } from '../text/bounded-yaml';
import type { OffsetRange } from '../text/offset-range';
import type { TextChange } from './fix';
import { columnOf, endOfEntry, endOfLastLine, lineEnding } from './manifest-text';
import { blockLines, flowText, type Stub } from './stub';

export interface Insertion {
  readonly uri: string;
  readonly text: string;
  /** An entry of the manifest, from its key to the end of its value. */
  readonly entry: OffsetRange;
  /** Keys to go down from the entry's value, made where they are missing; numbers, from 0, are items of a list that is there. */
  readonly path: readonly (string | number)[];
  readonly stub: Stub;
  /** Keys that the stub comes after; those of them that are there. Without any it comes first. */
  readonly after?: readonly string[];
}

/**
 * Writes a new key somewhere under an entry, in the style (block or flow) that stands there.
 * @returns undefined where nothing can be written safely (aliases, values of another kind)
 */
export function insertUnder(insertion: Insertion): TextChange | undefined {
  const { text, entry } = insertion;
  if (text.startsWith('*', entry.start)) return undefined;
  // The first line gets its margin back, so that columns are those of the file.
  const margin = columnOf(text, entry.start);
  const document = writableDocument(' '.repeat(margin) + text.slice(entry.start, entry.end), {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
  });
  const top = document?.contents;
  if (!document || document.errors.length > 0 || !isMap(top)) return undefined;
  const [pair] = top.items;
  const place = { ...insertion, shift: entry.start - margin, step: margin || 2, flow: false };
  return pair && descend(pair, insertion.path, place);
}

interface Place extends Insertion {
  /** From offsets of the parsed piece to offsets of the file. */
  readonly shift: number;
  /** Columns between a key and the keys under it, where nothing shows it. */
  readonly step: number;
  /** Inside braces. */
  readonly flow: boolean;
}

type Path = Insertion['path'];

function descend(pair: Pair<Node, Node | null>, path: Path, place: Place): TextChange | undefined {
  const { value } = pair;
  if (value !== null && !isEmptyScalar(value)) return into(pair.key, value, path, place);
  const stub = nested(path, place.stub);
  return stub && fill(pair, stub, place);
}

/** @param key what the value stands under; none for an item of a list */
function into(key: Node | undefined, value: Node, path: Path, place: Place): TextChange | undefined {
  const [step, ...rest] = path;
  const inner = { ...place, flow: place.flow || ('flow' in value && value.flow) };
  if (typeof step === 'number') {
    const item = isSeq<Node | null>(value) ? value.items[step] : undefined;
    return item ? into(undefined, item, rest, inner) : undefined;
  }
  if (!isMap(value)) return undefined;
  if (step === undefined) return insertInto(key, value, place.stub, place.after ?? [], place);
  const next = value.items.find((item) => keyOf(item) === step) as Pair<Node, Node | null> | undefined;
  if (next) return descend(next, rest, inner);
  const stub = nested(path, place.stub);
  const all = value.items.map((item) => keyOf(item) ?? '');
  return stub && insertInto(key, value, stub, all, place);
}

/** @returns undefined where an item of a list would have to be made */
function nested(path: Path, stub: Stub): Stub | undefined {
  return path.reduceRight<Stub | undefined>(
    (inner, key) => (inner && typeof key === 'string' ? { key, children: [inner] } : undefined),
    stub,
  );
}

/** Gives a value to a key that has none. */
function fill(pair: Pair<Node, Node | null>, stub: Stub, place: Place): TextChange | undefined {
  const key = at(pair.key, place);
  if (!key) return undefined;
  const { text, uri } = place;
  const written = pair.value ? at(pair.value, place) : undefined;
  if (written && written.end > written.start) return { uri, range: written, text: `{ ${flowText(stub)} }` };
  if (place.flow) return undefined;
  return linesAt(
    endOfLastLine(text, key.end),
    blockLines(stub, { indent: columnOf(text, key.start) + place.step, step: place.step, comments: 'under' }),
    place,
  );
}

function insertInto(
  parent: Node | undefined,
  map: YAMLMap,
  stub: Stub,
  after: readonly string[],
  place: Place,
): TextChange | undefined {
  const { uri } = place;
  const beside = map.items.filter((item) => after.includes(keyOf(item) ?? '')).at(-1);
  // An item of a list begins with the dash: nothing goes before its first key.
  const before = beside ?? (parent ? undefined : map.items[0]);
  const whole = at(map, place);
  if (!whole) return undefined;
  if (map.flow === true) {
    if (map.items.length === 0) return { uri, range: whole, text: `{ ${flowText(stub)} }` };
    if (!before) return insertAt(uri, whole.start + 1, ` ${flowText(stub)},`);
    const end = endOf(before as Pair<Node, Node | null>, place);
    return end === undefined ? undefined : insertAt(uri, end, `, ${flowText(stub)}`);
  }
  const column = columnOf(place.text, whole.start);
  const parentKey = at(parent, place);
  const step = parentKey ? Math.max(1, column - columnOf(place.text, parentKey.start)) : place.step;
  const lines = blockLines(stub, { indent: column, step, comments: 'under' });
  const end = before ? endOf(before as Pair<Node, Node | null>, place) : parentKey?.end;
  if (end === undefined) return undefined;
  return linesAt(before ? endOfEntry(place.text, end, column) : endOfLastLine(place.text, end), lines, place);
}

/** Whole lines, from the end of one. */
function linesAt(end: number, lines: readonly string[], { uri, text }: Place): TextChange {
  const eol = lineEnding(text);
  return insertAt(uri, end, lines.map((line) => eol + line).join(''));
}

function insertAt(uri: string, offset: number, text: string): TextChange {
  return { uri, range: { start: offset, end: offset }, text };
}

function at(node: Node | null | undefined, place: Place): OffsetRange | undefined {
  const range = node?.range;
  return range ? { start: range[0] + place.shift, end: range[1] + place.shift } : undefined;
}

function endOf(pair: Pair<Node, Node | null>, place: Place): number | undefined {
  const key = at(pair.key, place);
  return key && Math.max(key.end, endOfContent(pair.value, place));
}

/** Where the last sign of a value stands. To the parser comments behind a key without value are part of what is above it. */
function endOfContent(node: Node | null, place: Place): number {
  if (node === null || isEmptyScalar(node)) return 0;
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last = (node as YAMLMap<Node, Node | null> | YAMLSeq<Node>).items.at(-1);
    if (last) return isPair(last) ? (endOf(last, place) ?? 0) : endOfContent(last, place);
  }
  return at(node, place)?.end ?? 0;
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

/** `key:`, `key: ~`, `key: null`. */
function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && ['', '~', 'null'].includes(node.source ?? '');
}
