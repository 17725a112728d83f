import { isAlias, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import type { TextChange } from '../fixes/fix';
import { insertUnder } from '../fixes/insert-under';
import { columnOf, endOfEntry, endOfLastLine, lineEnding } from '../fixes/manifest-text';
import { removeKey } from '../fixes/remove-key';
import type { Stub } from '../fixes/stub';
import type { OffsetRange } from '../text/offset-range';
import { isEmptyNode, type EntryPath, type EntryYaml, type Place, type Unwritable } from './entry-yaml';
import { literalSource } from './value-source';

/** The edit, or why there is none; `same` where the text says it already. */
export type EntryChange = TextChange | 'same' | Unwritable;

/** The same of several edits, which do not overlap. */
export type EntryChanges = readonly TextChange[] | Exclude<EntryChange, TextChange>;

/** What a key becomes. */
export interface NewValue {
  /** The text that a reader finds. */
  readonly text: string;
  /** @param present the source that it replaces */
  readonly source: (present: string) => string;
  /** What is written where the key, or one above it, is missing. */
  readonly stub: Stub;
  /** Keys beside the one of the stub that it comes after. */
  readonly after: readonly string[];
  /** Where the stub goes. */
  readonly under: EntryPath;
}

/** Writes a text under a key: over the present one, in the place of nothing, or as a new key. */
export function setKey(yaml: EntryYaml, path: EntryPath, value: NewValue): EntryChange {
  const place = yaml.find(path);
  if (place === 'absent') return insertUnder({ ...yaml.of, ...insertionOf(value) }) ?? 'shape';
  if (typeof place === 'string') return place;
  const { value: node } = place;
  if (isAlias(node)) return 'alias';
  if (node && yaml.isRepeated(node)) return 'shared';
  if (isEmptyNode(node)) return fillKey(yaml, place, value.source(''));
  if (!isScalar(node)) return 'shape';
  if (String(node.value) === value.text) return 'same';
  return replaceScalar(yaml, place, node, value);
}

function insertionOf({ stub, after, under }: NewValue) {
  return { path: under, stub, after };
}

function replaceScalar(yaml: EntryYaml, place: Place, node: Node, { text, source }: NewValue): EntryChange {
  const { uri, text: whole } = yaml.of;
  const range = yaml.rangeOf(node);
  const key = yaml.rangeOf(place.pair?.key);
  if (!range || !key) return 'shape';
  const present = whole.slice(range.start, range.end);
  if (!/^[|>]/.test(present)) return { uri, range, text: source(present) };
  // A block ends with a line end that is not its own alone.
  const end = endOfLastLine(whole, range.end);
  const column = columnOf(whole, key.start);
  const margin = /\n( +)\S/.exec(present)?.[1] ?? ' '.repeat(column + 2);
  const literal = present.startsWith('|') ? literalSource(text, margin, lineEnding(whole)) : undefined;
  return { uri, range: { start: range.start, end }, text: literal ?? source('') };
}

/** Gives a value to a key that has none. */
export function fillKey(yaml: EntryYaml, place: Place, source: string): EntryChange {
  const { uri, text, entry } = yaml.of;
  const written = yaml.rangeOf(place.value);
  if (written && written.end > written.start) return { uri, range: written, text: source };
  const key = yaml.rangeOf(place.pair?.key);
  if (!key) return 'shape';
  const colon = /^\s*:/.exec(text.slice(key.end, entry.end + 1))?.[0];
  const at = key.end + (colon?.length ?? 0);
  return { uri, range: { start: at, end: at }, text: `${colon === undefined ? ':' : ''} ${source}` };
}

/**
 * Takes a key away, and those above it that hold nothing else: an empty `suivi` says nothing.
 * @param least how many steps of the path stay whatever they hold
 */
export function dropKey(yaml: EntryYaml, path: EntryPath, least: number): EntryChange {
  const place = yaml.find(path);
  if (place === 'absent') return 'same';
  if (typeof place === 'string') return place;
  if (place.value && yaml.isRepeated(place.value)) return 'shared';
  let dropped = place;
  for (let depth = path.length - 1; depth > least; depth--) {
    const { above } = dropped;
    if (!above?.pair || dropped.holder.items.length > 1 || holdsComment(yaml, above, dropped)) break;
    dropped = above;
  }
  const range = pairRange(yaml, dropped);
  return (range && (removeKey(yaml.of.uri, yaml.of.text, range) ?? emptied(yaml, dropped, range))) ?? 'shape';
}

/** Whether someone wrote a comment between a key and the only one under it: it stays. */
function holdsComment(yaml: EntryYaml, above: Place, below: Place): boolean {
  const [outer, inner] = [yaml.rangeOf(above.pair?.key), yaml.rangeOf(below.pair?.key)];
  return !outer || !inner || /^[^\S\r\n\u2028\u2029]*#/m.test(yaml.of.text.slice(outer.end, inner.start));
}

/** The only key of a mapping in braces, or one that a comment follows in an item of a list: the rest stays as it is. */
function emptied(yaml: EntryYaml, { holder }: Place, range: OffsetRange): TextChange | undefined {
  const { uri, text } = yaml.of;
  if (holder.flow === true)
    return holder.items.length === 1
      ? { uri, range: { start: endOfBlank(text, range.start, -1), end: endOfBlank(text, range.end, 1) }, text: '' }
      : undefined;
  if (holder.items.length === 1) return undefined;
  // The line of the dash stays, the next keys stand under it.
  const end = endOfEntry(text, range.end, columnOf(text, range.start));
  return { uri, range: { start: endOfBlank(text, range.start, -1), end }, text: '' };
}

function endOfBlank(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  while (text[step > 0 ? at : at - 1] === ' ') at += step;
  return at;
}

function pairRange(yaml: EntryYaml, place: Place): OffsetRange | undefined {
  const key = yaml.rangeOf(place.pair?.key);
  if (!key) return undefined;
  const value = yaml.rangeOf(place.value);
  const colon = /^\s*:/.exec(yaml.of.text.slice(key.end, yaml.of.entry.end + 1))?.[0].length ?? 0;
  return { start: key.start, end: Math.max(key.end + colon, value?.end ?? 0) };
}

/** Takes an item out of a list. The key of an empty list stays, to be filled again. */
export function dropItem(yaml: EntryYaml, path: EntryPath): EntryChange {
  const place = yaml.find(path);
  const index = path.at(-1);
  if (place === 'absent' || typeof index !== 'number') return 'shape';
  if (typeof place === 'string') return place;
  const { value, holder } = place;
  if (value && !isAlias(value) && yaml.isRepeated(value)) return 'shared';
  if (!isSeq<Node | null>(holder) || !value) return 'shape';
  return (holder.flow === true ? flowItem(yaml, holder, index) : blockItem(yaml, value, holder)) ?? 'shape';
}

function blockItem(yaml: EntryYaml, value: Node, list: YAMLSeq<Node | null>): TextChange | undefined {
  const { uri, text } = yaml.of;
  const [range, first] = [yaml.rangeOf(value), yaml.rangeOf(list)];
  if (!range || !first) return undefined;
  // Anchors and tags may stand between the dash and what it begins.
  const column = columnOf(text, first.start);
  let line = range.start - columnOf(text, range.start);
  while (line > first.start && text[line + column] !== '-') line = text.lastIndexOf('\n', line - 2) + 1;
  const head = text.slice(line, line + column + 1);
  if (line === 0 || head.trim() !== '-') return undefined;
  const eol = text.charCodeAt(line - 2) === 13 ? 2 : 1;
  return { uri, range: { start: line - eol, end: endOfEntry(text, range.end, column) }, text: '' };
}

function flowItem(yaml: EntryYaml, list: YAMLSeq<Node | null>, index: number): TextChange | undefined {
  const { uri, text } = yaml.of;
  const at = (item: number) => yaml.rangeOf(list.items[item]);
  const [own, before, next, whole] = [at(index), at(index - 1), at(index + 1), yaml.rangeOf(list)];
  if (!own || !whole) return undefined;
  const range = before
    ? { start: before.end, end: own.end }
    : next
      ? { start: own.start, end: next.start }
      : { start: whole.start + 1, end: whole.end - 1 };
  const around = text.slice(range.start, own.start) + text.slice(own.end, range.end);
  if (!around.includes('#')) return { uri, range, text: '' };
  // A comment stands between two items, and stays; a comma may end a list.
  const comma = /^[^\S\r\n]*,/.exec(text.slice(own.end, whole.end))?.[0].length ?? 0;
  return { uri, range: { start: own.start, end: own.end + comma }, text: '' };
}

/**
 * Writes a list of numbers, in the style that stands there: of a block list only the lines that come or go are touched.
 * @returns the changes, which do not overlap
 */
export function setNumbers(
  yaml: EntryYaml,
  path: EntryPath,
  numbers: readonly number[],
  after: readonly string[],
): EntryChanges {
  const key = String(path.at(-1));
  const source = `[${numbers.join(', ')}]`;
  const place = yaml.find(path);
  if (place === 'absent') {
    const change = insertUnder({ ...yaml.of, path: path.slice(0, -1), stub: { key, value: source }, after });
    return change ? [change] : 'shape';
  }
  if (typeof place === 'string') return place;
  const { value } = place;
  if (isAlias(value)) return 'alias';
  if (value && yaml.isRepeated(value)) return 'shared';
  if (isEmptyNode(value)) return asList(fillKey(yaml, place, source));
  const range = yaml.rangeOf(value);
  if (!isSeq<Node | null>(value) || !range || value.items.some((item) => !isScalar(item))) return 'shape';
  const present = value.items.map((item) => (isScalar(item) ? String(item.value) : ''));
  if (present.join() === numbers.join()) return 'same';
  const { uri, text } = yaml.of;
  if (value.flow === true)
    return text.slice(range.start, range.end).includes('#') ? 'shape' : [{ uri, range, text: source }];
  return numbersInBlock(yaml, value, present, numbers);
}

function numbersInBlock(
  yaml: EntryYaml,
  list: YAMLSeq<Node | null>,
  present: readonly string[],
  numbers: readonly number[],
): readonly TextChange[] | 'shape' {
  const { uri, text } = yaml.of;
  const range = yaml.rangeOf(list);
  const last = yaml.rangeOf(list.items.at(-1));
  if (!range || !last) return 'shape';
  const column = columnOf(text, range.start);
  const wanted = new Set(numbers.map(String));
  const kept = new Set<string>();
  const changes: TextChange[] = [];
  for (const [index, item] of list.items.entries()) {
    const said = present[index] ?? '';
    if (wanted.has(said) && !kept.has(said)) {
      kept.add(said);
      continue;
    }
    const change = item && blockItem(yaml, item, list);
    if (!change) return 'shape';
    changes.push(change);
  }
  const added = numbers.filter((one) => !kept.has(String(one)));
  const end = endOfEntry(text, last.end, column);
  const lines = added.map((one) => `${lineEnding(text)}${' '.repeat(column)}- ${one}`).join('');
  return lines === '' ? changes : [...changes, { uri, range: { start: end, end }, text: lines }];
}

export function asList(change: EntryChange): EntryChanges {
  return typeof change === 'string' ? change : [change];
}
