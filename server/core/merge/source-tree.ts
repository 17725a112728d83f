import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { linesOf } from '../text/lines-of';
import { readData } from '../text/read-data';

/** A mapping or list in block style, as the lines that it is made of. */
export interface SourceTree {
  readonly kind: 'map' | 'seq';
  /** Column of its keys or dashes. */
  readonly column: number;
  readonly items: readonly SourceItem[];
  /** Comments and empty lines behind the last item. */
  readonly tail: string;
}

/** An entry of a mapping, or an item of a list: whole lines, none of which is another item's. */
export interface SourceItem {
  /** The key; in a list what tells the item from others. */
  readonly id: string;
  /** The same for people. */
  readonly name: string;
  readonly column: number;
  /** Comments and empty lines before it. */
  readonly lead: string;
  readonly body: string;
  /** What it says, without comments and however it is written. */
  readonly meaning: string;
  readonly node: ParsedNode;
  readonly content: () => ItemContent;
}

export type ItemContent =
  /** Further items, under a first line (empty for an item of a list, whose first key stands behind the dash). */
  | { readonly kind: 'tree'; readonly head: string; readonly tree: SourceTree; readonly dash?: number }
  /** `key:`, then a value with what stands before it, then comments and the line end. */
  | { readonly kind: 'atom'; readonly head: string; readonly value: string; readonly rest: string };

/** The keys that say which piece an item is. */
export const pieceKinds: readonly string[] = ['fichier', 'lien', 'execution', 'declaration'];
/** Keys that tell items of other lists from each other. */
const namingKeys: readonly string[] = [...pieceKinds, 'id', 'teleservice'];

/** An entry of a mapping. */
type Entry = Pair<ParsedNode, ParsedNode | null>;

/**
 * Reads a text (lines end with LF, the last one too) as the lines of its entries.
 * @returns undefined for what is not one document of well-formed YAML, written in block style, each key once, not too deep
 */
export function readSourceTree(text: string): SourceTree | undefined {
  const { document, several, unread } = readData(text);
  if (several || unread) return undefined;
  if (document && document.errors.length > 0) return undefined;
  const contents = document?.contents;
  if (!contents || (isScalar(contents) && contents.source === ''))
    return { kind: 'map', column: 0, items: [], tail: text };
  if (!isBlock(contents)) return undefined;
  return treeOf(text, contents, 0, text.length);
}

/** What a node says, so that quoting, order of keys and comments make no difference. */
export function meaningOf(node: ParsedNode | Entry | null): string {
  if (node === null) return 'null';
  if (isPair(node)) return `${meaningOf(node.key)}:${meaningOf(node.value)}`;
  if (isAlias(node)) return `*${node.source}`;
  const anchor = node.anchor === undefined ? '' : `&${node.anchor} `;
  const properties = anchor + (node.tag === undefined ? '' : `!${node.tag} `);
  if (isScalar(node)) return properties + (isEmptyScalar(node) ? 'null' : JSON.stringify(node.value));
  if (isMap(node)) return `${properties}{${node.items.map(meaningOf).sort().join(',')}}`;
  return `${properties}[${node.items.map(meaningOf).join(',')}]`;
}

/** A value that is not there: `key:`, `key: ~`, `key: null`. */
export function isEmptyScalar({ type, source }: Scalar.Parsed): boolean {
  return type === 'PLAIN' && ['', '~', 'null'].includes(source);
}

/** What stands behind a key of a mapping; undefined where it has none such, or is none. */
export function valueIn(node: ParsedNode | undefined, key: string): ParsedNode | null | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(({ key: name }) => isScalar(name) && name.value === key)?.value;
}

/** The text of a plain entry of a mapping. */
export function scalarIn(node: ParsedNode | undefined, key: string): string | undefined {
  const value = valueIn(node, key);
  return isScalar(value) ? String(value.value) : undefined;
}

type Block = YAMLMap.Parsed | YAMLSeq.Parsed;

function isBlock(node: ParsedNode): node is Block {
  return isCollection(node) && node.flow !== true;
}

/** @param blank a dash that stands for a space: the first key of the mapping is on its line */
function treeOf(text: string, node: Block, from: number, to: number, blank?: number): SourceTree | undefined {
  const read = (start: number, end: number): string =>
    blank === undefined || blank < start || blank >= end
      ? text.slice(start, end)
      : `${text.slice(start, blank)} ${text.slice(blank + 1, end)}`;
  const kind = isMap(node) ? 'map' : 'seq';
  const places: { start: number; item: ParsedNode | Entry; value: ParsedNode }[] = [];
  const columns = new Set<number>();
  let floor = from;
  for (const item of node.items) {
    const value = isPair(item) ? item.value : item;
    // `? key` without a value.
    if (value === null) return undefined;
    const at = isPair(item) ? item.key.range[0] : dashOf(text, item.range[0], floor);
    if (at === undefined) return undefined;
    const start = text.lastIndexOf('\n', at - 1) + 1;
    // Another item on the same line, `? key`, an anchor before a key.
    if (start < floor || read(start, at).trim() !== '') return undefined;
    columns.add(at - start);
    places.push({ start, item, value });
    floor = lineEnd(text, endOf(text, item));
  }
  const [column] = columns;
  if (column === undefined || columns.size > 1) return undefined;
  const items: SourceItem[] = [];
  const seen = new Map<string, number>();
  let leadFrom = from;
  for (const [index, { start, item, value }] of places.entries()) {
    const last = lineEnd(text, endOf(text, item));
    const end = withDeeperComments(text, last, places[index + 1]?.start ?? to, column);
    const { id: named, name } = isPair(item) ? nameOfKey(item.key) : nameOfItem(item);
    const times = seen.get(named) ?? 0;
    // Which of two keys counts is for people to say.
    if (times > 0 && kind === 'map') return undefined;
    seen.set(named, times + 1);
    const place = { start, end, read };
    items.push({
      id: times === 0 ? named : `${named}#${String(times)}`,
      ...{ name, column, node: value },
      lead: read(leadFrom, start),
      body: read(start, end),
      meaning: meaningOf(item),
      content: () =>
        isPair(item) ? contentOfEntry(text, item.key, value, place) : contentOfItem(text, item, start + column, place),
    });
    leadFrom = end;
  }
  return { kind, column, items, tail: text.slice(leadFrom, to) };
}

interface ItemPlace {
  readonly start: number;
  readonly end: number;
  readonly read: (start: number, end: number) => string;
}

function contentOfEntry(
  text: string,
  key: ParsedNode,
  value: ParsedNode,
  { start, end, read }: ItemPlace,
): ItemContent {
  const keyEnd = text.indexOf(':', key.range[1]) + 1;
  const headEnd = lineEnd(text, keyEnd);
  if (isBlock(value) && onlyProperties(text.slice(keyEnd, headEnd))) {
    const tree = treeOf(text, value, headEnd, end);
    if (tree) return { kind: 'tree', head: read(start, headEnd), tree };
  }
  const valueEnd = Math.max(keyEnd, endOf(text, value));
  return {
    kind: 'atom',
    head: read(start, keyEnd),
    value: text.slice(keyEnd, valueEnd),
    rest: text.slice(valueEnd, end),
  };
}

/** @param at where its dash stands */
function contentOfItem(text: string, item: ParsedNode, at: number, { start, end }: ItemPlace): ItemContent {
  if (isMap(item) && isBlock(item)) {
    const first = item.items[0]?.key.range[0];
    // Neither an anchor nor a comment stands behind the dash.
    if (/^ +$/.test(text.slice(at + 1, first))) {
      const tree = treeOf(text, item, start, end, at);
      if (tree) return { kind: 'tree', head: '', tree, dash: at - start };
    }
  }
  const valueEnd = Math.max(at + 1, endOf(text, item));
  return {
    kind: 'atom',
    head: text.slice(start, at + 1),
    value: text.slice(at + 1, valueEnd),
    rest: text.slice(valueEnd, end),
  };
}

/** An anchor or tag may stand behind a key whose value begins on the next line. */
function onlyProperties(source: string): boolean {
  return /^(?:\s+[&!]\S*)*(?:\s*|(?:^|\s+)#.*\n?)$/.test(source);
}

/** The dash of an item: alone before it on its line, or on a line above where an anchor or comment stands between. */
function dashOf(text: string, value: number, floor: number): number | undefined {
  let start = text.lastIndexOf('\n', Math.max(0, value - 1)) + 1;
  for (;;) {
    const dash = /^ *-(?=[ \t\n]|$)/.exec(text.slice(start, Math.max(value, start + 1) + 1))?.[0].length;
    if (dash !== undefined && start + dash - 1 <= value) return start + dash - 1;
    // Above a line that begins at 1 is an empty one, and `lastIndexOf` would give the same line for ever.
    if (start <= Math.max(floor, 1)) return undefined;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
}

/** Where the last sign of a node's content stands, comments left out. */
function endOf(text: string, node: ParsedNode | Entry): number {
  if (isPair(node)) return endOf(text, node.value ?? node.key);
  if (isBlock(node)) return Math.max(node.range[0], ...node.items.slice(-1).map((item) => endOf(text, item)));
  const [start, end] = node.range;
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) return end;
  // With `+` the empty lines behind it are part of it.
  return /^[|>]\d?\+/.test(text.slice(start, end)) ? end - 1 : start + text.slice(start, end).trimEnd().length;
}

/** The beginning of the line behind the one in which an offset stands. */
function lineEnd(text: string, offset: number): number {
  return text.indexOf('\n', Math.min(offset, text.length - 1)) + 1;
}

/** Comments that stand further in than an item's key belong to the item. */
function withDeeperComments(text: string, from: number, to: number, column: number): number {
  let [end, at] = [from, from];
  for (const line of linesOf(text.slice(from, to))) {
    at += line.length;
    const margin = line.search(/\S/);
    if (margin < 0) continue;
    if (margin <= column) break;
    end = at;
  }
  return end;
}

function nameOfKey(key: ParsedNode): { readonly id: string; readonly name: string } {
  const id = meaningOf(key);
  return { id, name: isScalar(key) ? String(key.value) : id };
}

function nameOfItem(node: ParsedNode): { readonly id: string; readonly name: string } {
  const whole = meaningOf(node);
  if (isScalar(node)) return { id: whole, name: String(node.value) };
  for (const key of namingKeys) {
    const value = scalarIn(node, key);
    if (value === undefined || value === '') continue;
    const name = key === 'fichier' || key === 'declaration' ? plainPath(value) : value;
    return { id: `${key}=${name}`, name };
  }
  if (!isMap(node)) return { id: whole, name: whole };
  const first = node.items[0]?.value;
  return { id: whole, name: isScalar(first) ? String(first.value) : whole };
}

/** `./a//b` and `a\b` are `a/b`. */
export function plainPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part, index) => part !== '.' && (part !== '' || index === 0))
    .join('/')
    .normalize('NFC');
}
