import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BlockPage } from '../core/manifest/block-list';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import { lastLineSaying, levelOf } from './cursor/margins';
import { isSilent, skipSpaces } from './cursor/line-tokens';
import { pagesWithin } from './pages-within';

/** Lines of a page from its first one; kept with it, so that an edit folds its own page again and no other. */
const kept = new WeakMap<BlockPage, readonly FoldingRange[]>();

/** Sections, entries and all that is indented under a line, and comments of several lines. */
export function foldingRanges(parsed: ParsedManifest, document: TextDocument): FoldingRange[] {
  const found: FoldingRange[] = [];
  for (const { page, start } of pagesWithin(parsed)) {
    let ranges = kept.get(page);
    if (!ranges) kept.set(page, (ranges = foldsOf(parsed.source.slice(start, start + page.length))));
    const by = document.positionAt(start).line;
    for (const range of ranges) found.push({ ...range, startLine: range.startLine + by, endLine: range.endLine + by });
  }
  return [...found, ...sections(parsed, document)].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** A section may go over many pages. */
function sections({ keys, source }: ParsedManifest, document: TextDocument): FoldingRange[] {
  return keys.flatMap(({ range }, index): FoldingRange[] => {
    const startLine = document.positionAt(range.start).line;
    const next = keys[index + 1]?.range.start ?? source.length;
    const endLine = document.positionAt(lastLineSaying(source, next, range.start)).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

interface Open {
  readonly level: number;
  readonly line: number;
}

function foldsOf(text: string): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  const open: Open[] = [];
  let last = 0;
  let comment: number | undefined;
  const close = (level: number) => {
    for (let top = open.at(-1); top && top.level >= level; top = open.at(-1)) {
      open.pop();
      // What is at the margin of the file goes over pages.
      if (last > top.line && top.level > 0) found.push({ startLine: top.line, endLine: last });
    }
  };
  const endComment = (line: number) => {
    if (comment !== undefined && line - 1 > comment)
      found.push({ startLine: comment, endLine: line - 1, kind: FoldingRangeKind.Comment });
    comment = undefined;
  };
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const isComment = line[skipSpaces(line, 0)] === '#';
    if (isComment) comment ??= at;
    else endComment(at);
    // Deeper than what stands above, it is in it: a remark, or a line of a text.
    if (isComment && levelOf(line) > (open.at(-1)?.level ?? Infinity)) last = at;
    if (isSilent(line)) continue;
    close(levelOf(line));
    open.push({ level: levelOf(line), line: at });
    last = at;
  }
  endComment(lines.length);
  close(0);
  return found;
}
