import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import type { TextChange } from '../fixes/fix';
import { columnOf, endOfEntry, endOfLastLine, lineEnding } from '../fixes/manifest-text';
import { writableDocument } from '../text/bounded-yaml';
import type { OffsetRange } from '../text/offset-range';
import { blockPiece, flowFields, type PieceField } from './piece-fields';

export interface PieceInsertion {
  readonly uri: string;
  readonly text: string;
  /** The entry that the proof stands in, from its key to the end of its value. */
  readonly entry: OffsetRange;
  /** Keys from the entry's value to the proof, as they are written. */
  readonly path: readonly string[];
  readonly fields: readonly PieceField[];
}

type YamlPair = Pair<Node, Node | null>;

/**
 * Writes a piece under a proof that is written: behind those that are there, in their style (block or flow), or as the first
 * of a list where nothing, `null` or `[]` stands.
 * @returns undefined where nothing can be written safely: aliases, lists that an alias repeats elsewhere, other values
 */
export function addPiece({ uri, text, entry, path, fields }: PieceInsertion): TextChange | undefined {
  // The first line gets its margin back, so that columns are those of the file.
  const margin = columnOf(text, entry.start);
  const shift = entry.start - margin;
  const document = writableDocument(' '.repeat(margin) + text.slice(entry.start, entry.end), {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
  });
  if (!document || document.errors.length > 0 || !isMap(document.contents)) return undefined;
  let pair = document.contents.items[0] as YamlPair | undefined;
  let step = margin || 2;
  let flow = false;
  for (const key of path) {
    const value = pair?.value;
    if (!pair || !isMap(value) || isRepeated(value, text)) return undefined;
    flow ||= value.flow === true;
    const next = value.items.find((item) => isScalar(item.key) && String(item.key.value) === key) as
      YamlPair | undefined;
    const [column, inner] = [columnAt(pair, text, shift), next && columnAt(next, text, shift)];
    if (!flow && column !== undefined && inner !== undefined && inner > column) step = inner - column;
    pair = next;
  }
  const keyRange = pair?.key.range;
  if (!pair || !keyRange) return undefined;
  const { value } = pair;
  const key = { start: keyRange[0] + shift, end: keyRange[1] + shift };
  if (value && isRepeated(value, text)) return undefined;
  if (isSeq(value) && value.items.length > 0) return behindLast(uri, text, value as YAMLSeq<Node>, shift, fields);
  if (value && !isEmptyValue(value)) return undefined;
  const written = value?.range ? { start: value.range[0] + shift, end: value.range[1] + shift } : undefined;
  const source = written && written.end > written.start ? written : undefined;
  const colon = /^\s*:/.exec(text.slice(key.end, entry.end))?.[0];
  if (flow) {
    if (source) return { uri, range: source, text: `[ { ${flowFields(fields)} } ]` };
    const at = key.end + (colon?.length ?? 0);
    return {
      uri,
      range: { start: at, end: at },
      text: `${colon === undefined ? ':' : ''} [ { ${flowFields(fields)} } ]`,
    };
  }
  if (colon === undefined) return undefined;
  const start = key.end + colon.length;
  const valueEnd = source?.end ?? start;
  const column = columnOf(text, key.start);
  const end = Math.max(endOfEntry(text, valueEnd, column), endOfLastLine(text, valueEnd));
  const kept = text.slice(valueEnd, end).replace(/^[^\S\r\n]+(?=\r?\n|$)/, '');
  const lines = blockPiece(fields, column + step).map((line) => lineEnding(text) + line);
  return { uri, range: { start, end }, text: kept + lines.join('') };
}

function behindLast(
  uri: string,
  text: string,
  list: YAMLSeq<Node>,
  shift: number,
  fields: readonly PieceField[],
): TextChange | undefined {
  const last = list.items.at(-1)?.range;
  if (!list.range || !last) return undefined;
  const end = last[1] + shift;
  if (list.flow === true) return { uri, range: { start: end, end }, text: `, { ${flowFields(fields)} }` };
  const column = columnOf(text, list.range[0] + shift);
  const at = endOfEntry(text, end, column);
  const lines = blockPiece(fields, column).map((line) => lineEnding(text) + line);
  return { uri, range: { start: at, end: at }, text: lines.join('') };
}

/** Whether an alias elsewhere stands for the same: what is written here would be written there too. */
function isRepeated(node: Node, text: string): boolean {
  const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
  return anchor !== undefined && text.includes(`*${anchor}`);
}

/** `key:`, `key: ~`, `key: null`, `key: []`. */
function isEmptyValue(node: Node): boolean {
  if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) return false;
  if (isSeq(node)) return node.items.length === 0 && node.anchor === undefined;
  return isScalar(node) && node.type === 'PLAIN' && ['', '~', 'null'].includes(node.source ?? '') && !node.anchor;
}

function columnAt(pair: YamlPair, text: string, shift: number): number | undefined {
  const { range } = pair.key;
  return range ? columnOf(text, range[0] + shift) : undefined;
}
