import { findIdentifiers } from '../../../evidence/find-identifiers';
import type { IdentifierSighting } from '../../../evidence/inspection';
import type { BlockPage } from '../../../manifest/block-list';
import type { ParsedManifest } from '../../../manifest/parse-manifest';
import type { Located } from '../../../text/offset-range';

/** A line of a manifest and the numbers in it that have the form of an INS. */
export interface SuspectLine {
  readonly line: Located<string>;
  readonly found: readonly IdentifierSighting[];
}

/** By page, whose text no edit elsewhere touches. Ranges from the start of the page. */
const kept = new WeakMap<BlockPage, readonly SuspectLine[]>();

/** The lines beside the values of entries: comments of YAML anywhere, and whole sections that have no entries. Absolute ranges. */
export function* suspectLines({ blocks, source }: ParsedManifest): Generator<SuspectLine> {
  for (const [index, page] of blocks.pages.entries()) {
    const start = blocks.starts[index] ?? 0;
    let lines = kept.get(page);
    if (lines === undefined) kept.set(page, (lines = linesOf(page, source.slice(start, start + page.length))));
    for (const { line, found } of lines) {
      const range = { start: line.range.start + start, end: line.range.end + start };
      yield { line: { value: line.value, range }, found };
    }
  }
}

function linesOf(page: BlockPage, text: string): SuspectLine[] {
  return page.blocks.flatMap((block) => {
    const isSection = block.kind === 'section' && !block.whole;
    const slice = text.slice(block.start, block.end);
    if (!isSection && !slice.includes('#')) return [];
    return Array.from(slice.matchAll(/[^\r\n]+/g)).flatMap(({ 0: all, index }) => {
      const from = isSection ? all.length - all.trimStart().length : commentStart(all);
      const value = all.slice(from).trimEnd();
      if (!/\d{3}/.test(value)) return [];
      const found = findIdentifiers(value, undefined, { firstLine: null });
      const start = block.start + index + from;
      return found.length === 0 ? [] : [{ line: { value, range: { start, end: start + value.length } }, found }];
    });
  });
}

/** Where the comment of a line begins; its length when it has none. A sign inside of quotation marks begins none. */
function commentStart(line: string): number {
  for (const { index } of line.matchAll(/(?<=^|\s)#/g)) {
    const before = line.slice(0, index);
    const isQuoted = [...before.matchAll(/"/g)].length % 2 === 1 || /(?:^|[\s:[{,])'(?:[^']|'')*$/.test(before);
    if (!isQuoted) return index;
  }
  return line.length;
}
