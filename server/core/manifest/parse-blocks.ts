import { readEntries, readSections, type BlockContent } from './read-block';
import { BlockScanner, splitBlocks, usesAnchors, type TextBlock } from './split-blocks';
import type { TextSpanChange } from './text-span-change';

/** A block and what it says. */
export interface ParsedBlock extends TextBlock {
  readonly content: BlockContent;
  /** The block is a text that could not be split. */
  readonly whole: boolean;
  /** Holds the word of an ignore comment. */
  readonly mentionsIgnore: boolean;
}

/** Reads a text from the beginning. */
export function parseBlocks(text: string): ParsedBlock[] {
  const blocks = usesAnchors(text) ? undefined : splitBlocks(text);
  return blocks ? blocks.map((block) => parsed(block, text.slice(block.start, block.end))) : wholeText(text);
}

/** Reads a text after an edit: only the blocks that the edit touches, and none of the others' text. */
export function updateBlocks(
  text: string,
  previous: { readonly blocks: readonly ParsedBlock[] },
  change: TextSpanChange,
): ParsedBlock[] {
  const old = previous.blocks;
  const [first] = old;
  if (!first || first.whole) return parseBlocks(text);
  // The block before may end otherwise after the edit.
  const from = Math.max(0, blockAt(old, change.start) - 1);
  const fresh: ParsedBlock[] = [];
  const delta = change.inserted - change.removed;
  const changedUntil = change.start + change.inserted;
  let resume = old.length;
  const seen = { anchors: false };
  const split = new BlockScanner(text, old[from]?.start ?? 0, old[from - 1]).scan((block) => {
    const same = old[from + fresh.length];
    if (block.end <= change.start && same?.end === block.end && sameState(same, block)) {
      fresh.push(same);
      return true;
    }
    const slice = ownCopy(text.slice(block.start, block.end));
    if (usesAnchors(slice)) {
      seen.anchors = true;
      return false;
    }
    fresh.push(parsed(block, slice));
    if (block.end < changedUntil) return true;
    const next = sameStart(old, block.end - delta, change.start + change.removed);
    if (next === undefined || !sameState(old[next - 1], block)) return true;
    resume = next;
    return false;
  });
  if (!split || seen.anchors) return wholeText(text);
  const before = old.slice(0, from);
  const after = old.slice(resume);
  return [...before, ...fresh, ...(delta === 0 ? after : after.map((block) => moved(block, delta)))];
}

function wholeText(text: string): ParsedBlock[] {
  const block: TextBlock = { start: 0, end: text.length, kind: 'section', section: '', entryIndent: 0 };
  return [{ ...block, content: readSections(text), whole: true, mentionsIgnore: mentionsIgnore(text) }];
}

function parsed(block: TextBlock, slice: string): ParsedBlock {
  return { ...block, content: read(block, slice), whole: false, mentionsIgnore: mentionsIgnore(slice) };
}

function read(block: TextBlock, slice: string): BlockContent {
  if (block.kind === 'blank') return { facts: [], keys: [], problems: [] };
  return block.kind === 'entry' ? readEntries(slice, block.section) : readSections(slice);
}

function mentionsIgnore(text: string): boolean {
  return text.includes('segur-ignore');
}

/** Index of the last block that begins at or before an offset. */
function blockAt(blocks: readonly ParsedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the block that began at an offset of the text before the edit, behind what the edit removed. */
function sameStart(blocks: readonly ParsedBlock[], start: number, removedUntil: number): number | undefined {
  if (start < removedUntil) return undefined;
  const index = blockAt(blocks, start);
  return index > 0 && blocks[index]?.start === start ? index : undefined;
}

/** Whether what follows either block would be split alike. */
function sameState(before: TextBlock | undefined, after: TextBlock): boolean {
  return (
    before !== undefined &&
    before.kind === after.kind &&
    before.section === after.section &&
    before.entryIndent === after.entryIndent
  );
}

function moved(block: ParsedBlock, by: number): ParsedBlock {
  return { ...block, start: block.start + by, end: block.end + by };
}

/** A part of a string keeps the whole in memory; facts read from a copy do not hold on to every text that ever was. */
function ownCopy(slice: string): string {
  return JSON.parse(JSON.stringify(slice)) as string;
}
