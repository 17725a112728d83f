import { isAlias, isMap, isScalar, type ParsedNode } from 'yaml';
import { linesOf } from '../text/lines-of';
import { readData } from '../text/read-data';
import { mergeLines, narrowed } from './merge-lines';
import { mergeTrees, type Versions } from './merge-trees';
import { resolvedAs, writeChunks, type Chunk, type PlacedConflict, type SideNames } from './merged-text';
import { meaningOf, readSourceTree } from './source-tree';

export interface MergedYaml {
  readonly text: string;
  readonly conflicts: readonly PlacedConflict[];
  /** Entry by entry; or line by line, where a version is not YAML that can be read so. */
  readonly by: 'entries' | 'lines';
}

/**
 * Merges what two people made of one YAML file: entry by entry, so that additions at the same place, moves and edits of
 * neighbouring lines are no conflicts. What nobody changed stays as it is written, comments and quoting too.
 *
 * @param versions whole texts; an empty base where both added the file
 * @param names what the markers of a conflict carry
 */
export function mergeYaml(versions: Versions<string> & { readonly base: string }, names: SideNames): MergedYaml {
  const { base, ours, theirs } = versions;
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [], by: 'entries' };
  if (ours === base) return { text: theirs, conflicts: [], by: 'entries' };
  const plain = { base: plainLines(base), ours: plainLines(ours), theirs: plainLines(theirs) };
  const { chunks, by } = mergePlain(plain);
  const { text, conflicts } = writeChunks(chunks, names);
  return { text: asWritten(text, versions), conflicts, by };
}

function mergePlain(
  texts: Versions<string> & { readonly base: string },
): Pick<MergedYaml, 'by'> & { chunks: readonly Chunk[] } {
  const byEntries = mergeByEntries(texts);
  if (byEntries) return { chunks: byEntries, by: 'entries' };
  const byLines = mergeLines(texts.base, texts.ours, texts.theirs);
  const bothRead = isReadable(texts.ours) && isReadable(texts.theirs);
  // Lines that fit together side by side, and say something else together.
  const garbled = bothRead && !(isReadable(resolvedAs('ours', byLines)) && isReadable(resolvedAs('theirs', byLines)));
  if (!garbled) return { chunks: byLines, by: 'lines' };
  return { chunks: narrowed(linesOf(texts.ours), linesOf(texts.theirs), { kind: 'whole', path: [] }), by: 'lines' };
}

/** @returns undefined where a version cannot be read so, or the result would not hold what it must */
function mergeByEntries(texts: Versions<string> & { readonly base: string }): readonly Chunk[] | undefined {
  const [base, ours, theirs] = [readSourceTree(texts.base), readSourceTree(texts.ours), readSourceTree(texts.theirs)];
  if (!base || !ours || !theirs) return undefined;
  const chunks = mergeTrees({ base, ours, theirs }, []);
  if (chunks === 'conflict') return undefined;
  for (const side of ['ours', 'theirs'] as const) {
    if (!isReadable(resolvedAs(side, chunks))) return undefined;
  }
  return keepsComments(chunks, texts) ? chunks : undefined;
}

/** One document without errors, each key once, each anchor once and before its aliases. */
function isReadable(text: string): boolean {
  const { document, several, unread } = readData(text);
  if (several || unread) return false;
  return !document || (document.errors.length === 0 && isSound(document.contents, new Set()));
}

/** @param anchors those before it; its own are added */
function isSound(node: ParsedNode | null, anchors: Set<string>): boolean {
  if (node === null) return true;
  if (isAlias(node)) return anchors.has(node.source);
  if (node.anchor !== undefined) {
    if (anchors.has(node.anchor)) return false;
    anchors.add(node.anchor);
  }
  if (isScalar(node)) return true;
  if (!isMap(node)) return node.items.every((item) => isSound(item, anchors));
  return (
    new Set(node.items.map(({ key }) => meaningOf(key))).size === node.items.length &&
    node.items.every(({ key, value }) => isSound(key, anchors) && isSound(value, anchors))
  );
}

/** Whether every line of comment that somebody added is there. */
function keepsComments(
  chunks: readonly Chunk[],
  { base, ours, theirs }: Versions<string> & { readonly base: string },
): boolean {
  const had = commentLines(base);
  const kept = commentLines(resolvedAs('ours', chunks) + resolvedAs('theirs', chunks));
  return [ours, theirs].every((text) => [...commentLines(text)].every((line) => had.has(line) || kept.has(line)));
}

function commentLines(text: string): Set<string> {
  return new Set(linesOf(text).flatMap((line) => (line.trim().startsWith('#') ? [line.trim()] : [])));
}

const byteOrderMark = '\ufeff';

/** Without byte order mark, lines that end with LF, the last one too. */
function plainLines(text: string): string {
  const lines = text.replace(byteOrderMark, '').replaceAll('\r\n', '\n');
  return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** With the byte order mark, the line ends and the end of the versions: what one changed of them, else as they were. */
function asWritten(text: string, versions: Versions<string> & { readonly base: string }): string {
  const chosen = <T>(of: (text: string) => T): T => {
    const [base, ours, theirs] = [of(versions.base), of(versions.ours), of(versions.theirs)];
    return versions.base !== '' && ours === base ? theirs : ours;
  };
  const lineEnd = chosen((one) => (isMostlyWindows(one) ? '\r\n' : '\n'));
  const mark = chosen((one) => one.startsWith(byteOrderMark));
  const ended = chosen((one) => one === '' || one.endsWith('\n'));
  const lines =
    ended || /^>{7}.*\n$/m.test(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))
      ? text
      : text.replace(/\n$/, '');
  return (mark ? byteOrderMark : '') + (lineEnd === '\n' ? lines : lines.replaceAll('\n', lineEnd));
}

function isMostlyWindows(text: string): boolean {
  const count = (end: string): number => text.split(end).length - 1;
  return count('\r\n') * 2 > count('\n');
}
