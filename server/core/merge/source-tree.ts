import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { parseBoundedYaml } from '../text/bounded-yaml';

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
  readonly node: Node | null;
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

/**
 * Reads a text (lines end with LF, the last one too) as the lines of its entries.
 * @returns undefined for what is not one document of well-formed YAML, written in block style, each key once
 * @throws {NestingError} when it is nested too deeply
 */
export function readSourceTree(text: string): SourceTree | undefined {
  const documents = parseBoundedYaml(text, { schema: 'failsafe' });
  if (documents.length > 1) return undefined;
  const [document] = documents;
  if (document && document.errors.length > 0) return undefined;
  const contents = document?.contents;
  if (!contents || (isScalar(contents) && contents.source === ''))
    return { kind: 'map', column: 0, items: [], tail: text };
  if (!isBlock(contents)) return undefined;
  return treeOf(text, contents, 0, text.length);
}

/** What a node says, so that quoting, order of keys and comments make no difference. */
export function meaningOf(node: unknown): string {
  if (isAlias(node)) return `*${node.source}`;
  if (isPair(node)) return `${meaningOf(node.key)}:${meaningOf(node.value)}`;
  if (!isNode(node)) return 'null';
  const { anchor } = node as { anchor?: string };
  const tag = node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:') ? `!${node.tag} ` : '';
  const properties = `${anchor === undefined ? '' : `&${anchor} `}${tag}`;
  if (isScalar(node)) {
    const empty = node.type === 'PLAIN' && ['', '~', 'null'].includes(node.source ?? '');
    return properties + (empty ? 'null' : JSON.stringify(node.value));
  }
  if (isMap(node)) return `${properties}{${node.items.map(meaningOf).sort().join(',')}}`;
  if (isSeq(node)) return `${properties}[${node.items.map(meaningOf).join(',')}]`;
  return `${properties}?`;
}

/** The text of a plain entry of a mapping. */
export function scalarIn(node: unknown, key: string): string | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === key);
  return pair && isScalar(pair.value) ? String(pair.value.value) : undefined;
}

type Block = YAMLMap<Node, Node | null> | YAMLSeq<Node>;

function isBlock(node: unknown): node is Block {
  return isCollection(node) && node.flow !== true;
}

/** @param blank a dash that stands for a space: the first key of the mapping is on its line */
function treeOf(text: string, node: Block, from: number, to: number, blank?: number): SourceTree | undefined {
  const read = (start: number, end: number): string =>
    blank === undefined || blank < start || blank >= end
      ? text.slice(start, end)
      : `${text.slice(start, blank)} ${text.slice(blank + 1, end)}`;
  const kind = isMap(node) ? 'map' : 'seq';
  const starts: number[] = [];
  let column: number | undefined;
  let floor = from;
  for (const item of node.items) {
    const at = isPair(item) ? (item.key as Node | null)?.range?.[0] : dashOf(text, item.range?.[0], floor);
    if (at === undefined) return undefined;
    const start = text.lastIndexOf('\n', at - 1) + 1;
    // Another item on the same line, `? key`, an anchor before a key.
    if (start < floor || read(start, at).trim() !== '') return undefined;
    column ??= at - start;
    if (at - start !== column) return undefined;
    starts.push(start);
    floor = lineEnd(text, endOf(text, item, at));
  }
  if (column === undefined) return undefined;
  const items: SourceItem[] = [];
  const seen = new Map<string, number>();
  let leadFrom = from;
  for (const [index, item] of node.items.entries()) {
    const start = starts[index] ?? to;
    const last = lineEnd(text, endOf(text, item, start + column));
    const next = starts[index + 1] ?? to;
    const end = withDeeperComments(text, last, next, column);
    const value = isPair(item) ? item.value : item;
    const { id: named, name } = isPair(item) ? nameOfKey(item.key) : nameOfItem(value);
    const times = seen.get(named) ?? 0;
    // Which of two keys counts is for people to say.
    if (times > 0 && kind === 'map') return undefined;
    seen.set(named, times + 1);
    const body = read(start, end);
    const dash = kind === 'seq' ? start + column : undefined;
    items.push({
      id: times === 0 ? named : `${named}#${String(times)}`,
      ...{ name, column, body, node: value },
      lead: read(leadFrom, start),
      meaning: meaningOf(item),
      content: () => contentOf(text, item, { start, end, dash, read }),
    });
    leadFrom = end;
  }
  return { kind, column, items, tail: text.slice(leadFrom, to) };
}

interface ItemPlace {
  readonly start: number;
  readonly end: number;
  readonly dash: number | undefined;
  readonly read: (start: number, end: number) => string;
}

function contentOf(text: string, item: Pair<Node, Node | null> | Node, place: ItemPlace): ItemContent {
  const { start, end, dash, read } = place;
  if (isPair(item)) {
    const { key, value } = item;
    const keyEnd =
      (key.range?.[1] ?? start) + (/^\s*:/.exec(text.slice(key.range?.[1] ?? start, end))?.[0].length ?? 0);
    const headEnd = lineEnd(text, keyEnd);
    const first = firstOffset(value);
    if (isBlock(value) && first !== undefined && first >= headEnd && onlyProperties(text.slice(keyEnd, headEnd))) {
      const tree = treeOf(text, value, headEnd, end);
      if (tree) return { kind: 'tree', head: read(start, headEnd), tree };
    }
    const valueEnd = Math.max(keyEnd, value ? endOf(text, value, keyEnd) : keyEnd);
    return {
      kind: 'atom',
      head: read(start, keyEnd),
      value: text.slice(keyEnd, valueEnd),
      rest: text.slice(valueEnd, end),
    };
  }
  const at = dash ?? start;
  if (isMap(item) && isBlock(item)) {
    const first = firstOffset(item);
    if (first !== undefined && first < lineEnd(text, at) && /^ +$/.test(text.slice(at + 1, first))) {
      const tree = treeOf(text, item, start, end, at);
      if (tree) return { kind: 'tree', head: '', tree, dash: at - start };
    }
  }
  const valueEnd = Math.max(at + 1, endOf(text, item, at + 1));
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

function firstOffset(node: unknown): number | undefined {
  if (!isCollection(node)) return undefined;
  const [first] = node.items;
  if (isSeq(node)) return node.range?.[0];
  return isPair(first) ? (first.key as Node | null)?.range?.[0] : undefined;
}

/** The dash of an item: alone before it on its line, or on a line above where an anchor or comment stands between. */
function dashOf(text: string, value: number | undefined, floor: number): number | undefined {
  if (value === undefined) return undefined;
  let start = text.lastIndexOf('\n', Math.max(0, value - 1)) + 1;
  for (;;) {
    const dash = /^ *-(?=[ \t\n]|$)/.exec(text.slice(start, Math.max(value, start + 1) + 1))?.[0].length;
    if (dash !== undefined && start + dash - 1 <= value) return start + dash - 1;
    // Above a line that begins at 1 is an empty one, and `lastIndexOf` would give the same line for ever.
    if (start <= Math.max(floor, 1)) return undefined;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
}

/** Where the last sign of a node's content stands, comments left out. @param least where it starts at least */
function endOf(text: string, node: unknown, least: number): number {
  if (isPair(node)) {
    const key = node.key as Node | null;
    const afterKey = key?.range?.[1] ?? least;
    const colon = /^\s*:/.exec(text.slice(afterKey, afterKey + 200))?.[0].length ?? 0;
    return endOf(text, node.value, afterKey + colon);
  }
  if (isBlock(node)) {
    const last = node.items.at(-1);
    return last ? endOf(text, last, least) : least;
  }
  if (!isNode(node) || !node.range) return least;
  let [, end] = node.range;
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    const header = /^[|>][^\n]*/.exec(text.slice(node.range[0]))?.[0] ?? '';
    // With `+` the empty lines behind it are part of it.
    if (!/^[|>]\d?\+/.test(header)) while (end > node.range[0] && /\s/.test(text.charAt(end - 1))) end--;
    else if (text.charAt(end - 1) === '\n') end--;
  }
  return Math.max(least, end);
}

/** The beginning of the line behind the one in which an offset stands. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Comments that stand further in than an item's key belong to the item. */
function withDeeperComments(text: string, from: number, to: number, column: number): number {
  let end = from;
  for (let at = from; at < to; at = lineEnd(text, at)) {
    const margin = /^[ \t]*/.exec(text.slice(at, to))?.[0].length ?? 0;
    const sign = text.charAt(at + margin);
    if (sign === '\n' || sign === '') continue;
    if (margin <= column) break;
    end = lineEnd(text, at);
  }
  return Math.min(end, to);
}

function nameOfKey(key: unknown): { readonly id: string; readonly name: string } {
  const id = meaningOf(key);
  return { id, name: isScalar(key) ? String(key.value) : id };
}

function nameOfItem(node: Node | null): { readonly id: string; readonly name: string } {
  const whole = meaningOf(node);
  if (isScalar(node)) return { id: whole, name: String(node.value) };
  for (const key of namingKeys) {
    const value = scalarIn(node, key);
    if (value === undefined || value === '') continue;
    const name = key === 'fichier' || key === 'declaration' ? plainPath(value) : value;
    return { id: `${key}=${name}`, name };
  }
  if (!isMap(node)) return { id: whole, name: whole };
  const [first] = node.items;
  return { id: whole, name: first && isScalar(first.value) ? String(first.value.value) : whole };
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
