import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import type { OffsetRange } from '../core/text/offset-range';
import { contextAt } from './cursor/context-at';
import { isSilent, skipSpaces } from './cursor/line-tokens';
import { lastLineSaying, levelOf } from './cursor/margins';
import { TextLines } from './cursor/text-lines';
import { pagesWithin } from './pages-within';
import { rangeIn } from './positions';

/** From each position outwards: the word, its line, the block under it, what holds that, its section, the file. */
export function selectionRanges(
  parsed: ParsedManifest,
  document: TextDocument,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    const file = { start: 0, end: parsed.source.length };
    // The last is the largest: the file.
    const ranges = nested(offset, [
      ...wordAt(parsed, offset),
      ...blocksAt(parsed, offset),
      ...sectionAt(parsed, offset),
      file,
    ]).slice(0, -1);
    let outer: SelectionRange = { range: rangeIn(document, file) };
    for (const range of ranges.reverse()) outer = { range: rangeIn(document, range), parent: outer };
    return outer;
  });
}

function wordAt(parsed: ParsedManifest, offset: number): OffsetRange[] {
  const word = contextAt(parsed, offset)?.replace;
  if (!word || word.start === word.end) return [];
  const source = parsed.source.slice(word.start, word.end);
  const isQuoted = /^(["']).*\1$/s.test(source) && source.length > 1;
  return isQuoted ? [{ start: word.start + 1, end: word.end - 1 }, word] : [word];
}

/** The line, then each block that it is in, told from the margin; within the page of entries that it stands on. */
function blocksAt(parsed: ParsedManifest, offset: number): OffsetRange[] {
  const placed = pagesWithin(parsed).findLast(({ start }) => start <= offset);
  if (!placed) return [];
  const { page, start: base } = placed;
  const text = parsed.source.slice(base, base + page.length);
  const lines = new TextLines(text, Math.min(offset - base, text.length));
  const { current, start } = lines;
  const content = { start: start + skipSpaces(current, 0), end: start + current.trimEnd().length };
  if (isSilent(current)) return content.end > content.start ? [shifted(content, base)] : [];
  let level = levelOf(current);
  const opened = [{ start: content.start, level }];
  for (const { line, start: at } of lines.above()) {
    if (isSilent(line) || levelOf(line) >= level) continue;
    level = levelOf(line);
    // What is at the margin of the file is a section, which may go over pages.
    if (level === 0) break;
    opened.push({ start: at + skipSpaces(line, 0), level });
  }
  return [content, ...toTheirEnds(opened, lines)]
    .filter(({ start: at }) => levelAt(text, at) > 0 || at === content.start)
    .map((one) => shifted(one, base));
}

function levelAt(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function shifted({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}

/**
 * Each block to the end of what is indented under its first line: one look at what follows for all of them.
 * @param opened blocks that hold a line, from the inside, each further left than the one before
 */
function toTheirEnds(
  opened: readonly { readonly start: number; readonly level: number }[],
  lines: TextLines,
): OffsetRange[] {
  let end = lines.start + lines.current.trimEnd().length;
  const closed: OffsetRange[] = [];
  for (const { line, start } of lines.below()) {
    if (isSilent(line)) continue;
    const level = levelOf(line);
    for (let block = opened[closed.length]; block && block.level >= level; block = opened[closed.length])
      closed.push({ start: block.start, end });
    if (closed.length === opened.length) return closed;
    end = start + line.trimEnd().length;
  }
  return [...closed, ...opened.slice(closed.length).map(({ start }) => ({ start, end }))];
}

function sectionAt({ keys, source }: ParsedManifest, offset: number): OffsetRange[] {
  const index = keys.findLastIndex(({ range }) => range.start <= offset);
  const key = keys[index];
  if (!key) return [];
  const next = keys[index + 1]?.range.start ?? source.length;
  const last = lastLineSaying(source, next, key.range.start);
  const end = last + (/^[^\r\n]*/.exec(source.slice(last, next))?.[0].trimEnd().length ?? 0);
  return [{ start: key.range.start, end }];
}

/** Those that hold the offset, each larger than the one before. */
function nested(offset: number, ranges: readonly OffsetRange[]): OffsetRange[] {
  const found: OffsetRange[] = [];
  for (const range of ranges) {
    if (range.start > offset || range.end < offset) continue;
    const inner = found.at(-1);
    const isLarger =
      !inner ||
      (range.start <= inner.start && range.end >= inner.end && (range.start < inner.start || range.end > inner.end));
    if (isLarger) found.push(range);
  }
  return found;
}
