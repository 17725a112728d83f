import { isAlias, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLSeq } from 'yaml';
import type { TextChange } from '../fixes/fix';
import { insertUnder } from '../fixes/insert-under';
import { columnOf, endOfEntry, endOfLastLine, lineEnding } from '../fixes/manifest-text';
import { removeKey } from '../fixes/remove-key';
import type { Stub } from '../fixes/stub';
import type { OffsetRange } from '../text/offset-range';
import {
  isEmptyNode,
  type EntryPath,
  type EntryYaml,
  type ItemPlace,
  type KeyPlace,
  type Unwritable,
} from './entry-yaml';
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
  const place = yaml.findKey(path);
  if (place === 'absent') return insertUnder({ ...yaml.of, ...insertionOf(value) }) ?? 'shape';
  if (typeof place === 'string') return place;
  const { value: node } = place;
  if (isAlias(node)) return 'alias';
  if (yaml.isRepeated(node)) return 'shared';
  if (isEmptyNode(node)) return fillKey(yaml, place, value.source(''));
  if (!isScalar(node)) return 'shape';
  if (String(node.value) === value.text) return 'same';
  return replaceScalar(yaml, place, node, value);
}

function insertionOf({ stub, after, under }: NewValue) {
  return { path: under, stub, after };
}

function replaceScalar(yaml: EntryYaml, { pair }: KeyPlace, node: ParsedNode, { text, source }: NewValue): EntryChange {
  const { uri, text: whole } = yaml.of;
  const range = yaml.rangeOf(node);
  const key = yaml.rangeOf(pair.key);
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
export function fillKey(yaml: EntryYaml, { pair, value }: KeyPlace, source: string): EntryChange {
  const { uri, text } = yaml.of;
  const written = yaml.rangeOf(value);
  if (written.end > written.start) return { uri, range: written, text: source };
  const at = text.indexOf(':', yaml.rangeOf(pair.key).end) + 1;
  return { uri, range: { start: at, end: at }, text: ` ${source}` };
}

/**
 * Takes a key away, and those above it that hold nothing else: an empty `suivi` says nothing.
 * @param least how many steps of the path stay whatever they hold
 */
export function dropKey(yaml: EntryYaml, path: EntryPath, least: number): EntryChange {
  const place = yaml.findKey(path);
  if (place === 'absent') return 'same';
  if (typeof place === 'string') return place;
  if (yaml.isRepeated(place.value)) return 'shared';
  let dropped = place;
  for (let depth = path.length - 1; depth > least; depth--) {
    const { above } = dropped;
    if (!above || !('pair' in above) || dropped.holder.items.length > 1 || holdsComment(yaml, above, dropped)) break;
    dropped = above;
  }
  const range = pairRange(yaml, dropped);
  return removeKey(yaml.of.uri, yaml.of.text, range) ?? emptied(yaml, dropped, range);
}

/** Whether someone wrote a comment between a key and the only one under it: it stays. */
function holdsComment(yaml: EntryYaml, above: KeyPlace, below: KeyPlace): boolean {
  const [outer, inner] = [yaml.rangeOf(above.pair.key), yaml.rangeOf(below.pair.key)];
  return /\s#/.test(yaml.of.text.slice(outer.end, inner.start));
}

/** The only key of a mapping in braces, or one that a comment follows in an item of a list: the rest stays as it is. */
function emptied(yaml: EntryYaml, { holder }: KeyPlace, range: OffsetRange): TextChange | 'shape' {
  const { uri, text } = yaml.of;
  if (holder.flow === true)
    return holder.items.length === 1
      ? { uri, range: { start: endOfBlank(text, range.start, -1), end: endOfBlank(text, range.end, 1) }, text: '' }
      : 'shape';
  if (holder.items.length === 1) return 'shape';
  // The line of the dash stays, the next keys stand under it.
  const end = endOfEntry(text, range.end, columnOf(text, range.start));
  return { uri, range: { start: endOfBlank(text, range.start, -1), end }, text: '' };
}

function endOfBlank(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  while (text[step > 0 ? at : at - 1] === ' ') at += step;
  return at;
}

function pairRange(yaml: EntryYaml, { pair: { key }, value }: KeyPlace): OffsetRange {
  return { start: yaml.rangeOf(key).start, end: yaml.rangeOf(value).end };
}

/** Takes an item out of a list. The key of an empty list stays, to be filled again. */
export function dropItem(yaml: EntryYaml, path: EntryPath): EntryChange {
  const place = yaml.findItem(path);
  if (typeof place === 'string') return place;
  const { value, holder } = place;
  if (yaml.isRepeated(value)) return 'shared';
  return holder.flow === true ? flowItem(yaml, place) : blockItem(yaml, value, holder);
}

function blockItem(yaml: EntryYaml, value: ParsedNode, list: YAMLSeq.Parsed): TextChange | 'shape' {
  const { uri, text } = yaml.of;
  const [range, first] = [yaml.rangeOf(value), yaml.rangeOf(list)];
  // Anchors and tags may stand between the dash and what it begins.
  const column = columnOf(text, first.start);
  let line = range.start - columnOf(text, range.start);
  while (line > first.start && text[line + column] !== '-') line = text.lastIndexOf('\n', line - 2) + 1;
  const head = text.slice(line, line + column + 1);
  // A list that begins on the line of another's dash.
  if (head.trim() !== '-') return 'shape';
  const eol = text.charCodeAt(line - 2) === 13 ? 2 : 1;
  return { uri, range: { start: line - eol, end: endOfEntry(text, range.end, column) }, text: '' };
}

function flowItem(yaml: EntryYaml, { holder, index, value }: ItemPlace): TextChange {
  const { uri, text } = yaml.of;
  const at = (item: number) => {
    const node = holder.items[item];
    return node && yaml.rangeOf(node);
  };
  const [own, before, next, whole] = [yaml.rangeOf(value), at(index - 1), at(index + 1), yaml.rangeOf(holder)];
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
  const place = yaml.findKey(path);
  if (place === 'absent') {
    const change = insertUnder({ ...yaml.of, path: path.slice(0, -1), stub: { key, value: source }, after });
    return change ? [change] : 'shape';
  }
  if (typeof place === 'string') return place;
  const { value } = place;
  if (isAlias(value)) return 'alias';
  if (yaml.isRepeated(value)) return 'shared';
  if (isEmptyNode(value)) return asList(fillKey(yaml, place, source));
  if (!isSeq(value)) return 'shape';
  const present = value.items.filter((item) => isScalar(item));
  if (present.length < value.items.length) return 'shape';
  if (present.map((item) => String(item.value)).join() === numbers.join()) return 'same';
  const { uri, text } = yaml.of;
  const range = yaml.rangeOf(value);
  if (value.flow === true)
    return text.slice(range.start, range.end).includes('#') ? 'shape' : [{ uri, range, text: source }];
  return numbersInBlock(yaml, value, present, numbers);
}

function numbersInBlock(
  yaml: EntryYaml,
  list: YAMLSeq.Parsed,
  present: readonly Scalar.Parsed[],
  numbers: readonly number[],
): readonly TextChange[] | 'shape' {
  const { uri, text } = yaml.of;
  const { start } = yaml.rangeOf(list);
  const column = columnOf(text, start);
  const wanted = new Set(numbers.map(String));
  const kept = new Set<string>();
  const changes: TextChange[] = [];
  let last = start;
  for (const item of present) {
    last = yaml.rangeOf(item).end;
    const said = String(item.value);
    if (wanted.has(said) && !kept.has(said)) {
      kept.add(said);
      continue;
    }
    const change = blockItem(yaml, item, list);
    if (change === 'shape') return 'shape';
    changes.push(change);
  }
  const added = numbers.filter((one) => !kept.has(String(one)));
  const end = endOfEntry(text, last, column);
  const lines = added.map((one) => `${lineEnding(text)}${' '.repeat(column)}- ${one}`).join('');
  return lines === '' ? changes : [...changes, { uri, range: { start: end, end }, text: lines }];
}

export function asList(change: EntryChange): EntryChanges {
  return typeof change === 'string' ? change : [change];
}
