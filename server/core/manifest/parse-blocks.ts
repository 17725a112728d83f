import type { ChunkedText } from '../text/chunked-text';
import { BlockList, type ParsedBlock } from './block-list';
import { lostCharacters } from './encoding-problems';
import { textSlips } from './text-slips';
import { mostCollections } from '../text/bounded-yaml';
import { mostItems } from '../text/most-items';
import { tooManyEntries } from './most-entries';
import { readEntries, readSections, type BlockContent } from './read-block';
import { BlockScanner, splitBlocks, usesAnchors, type TextBlock } from './split-blocks';
import type { StructureProblem } from './problem';
import type { TextSpanChange } from './text-span-change';

/** Reads a text from the beginning. */
export function parseBlocks(source: ChunkedText): BlockList {
  const text = source.toString();
  const blocks = usesAnchors(text) || isDense(countOpened(text), text.length) ? undefined : splitBlocks(text);
  if (!blocks) return wholeText(text);
  const read = blocks.slice(0, mostItems).map((block) => parsed(block, text.slice(block.start, block.end)));
  const [first] = blocks.slice(mostItems);
  return BlockList.of(first ? [...read, unread(first, text)] : read);
}

/** The rest of a text that has more entries than are read. */
function unread({ start, section }: TextBlock, text: string): ParsedBlock {
  const end = text.length;
  const slice = text.slice(start, end);
  const newline = slice.indexOf('\n');
  const range = { start: 0, end: newline < 0 ? slice.length : newline };
  const problems: readonly StructureProblem[] = [{ kind: 'syntax', range, args: tooManyEntries }];
  return {
    ...{ start, end, kind: 'section', section, entryIndent: 0, whole: false },
    content: withSlipsOfText({ facts: [], keys: [], problems }, slice),
    mentionsIgnore: mentionsIgnore(slice),
    opened: 0,
  };
}

/** Whether a text may be little else than lists in lists: it is read as a whole, for which there is a limit. */
function isDense(opened: number, length: number): boolean {
  return opened > mostItems + mostCollections(length);
}

function countOpened(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) count++;
    else if (code === 45 && text.charCodeAt(at + 1) === 32 && text.charCodeAt(at + 2) === 45) count++;
  }
  return count;
}

/** Whether there are entries that are not read, for there are too many. */
export function isReadInPart({ length }: BlockList): boolean {
  return length > mostItems;
}

/** Reads a text after an edit: only the blocks that the edit touches, and none of the others' text. */
export function updateBlocks(source: ChunkedText, old: BlockList, change: TextSpanChange): BlockList {
  const first = old.at(0);
  if (!first || first.whole || isReadInPart(old)) return parseBlocks(source);
  // The block before may end otherwise after the edit.
  const from = Math.max(0, old.indexAt(change.start) - 1);
  const fresh: ParsedBlock[] = [];
  const delta = change.inserted - change.removed;
  const changedUntil = change.start + change.inserted;
  let resume = old.length;
  const seen = { anchors: false };
  const split = new BlockScanner(source, old.at(from)?.start ?? 0, old.at(from - 1)).scan((block) => {
    const same = old.at(from + fresh.length);
    if (block.end <= change.start && same?.end === block.end && sameState(same, block)) {
      fresh.push(same);
      return true;
    }
    const slice = ownCopy(source.slice(block.start, block.end));
    if (usesAnchors(slice)) {
      seen.anchors = true;
      return false;
    }
    fresh.push(parsed(block, slice));
    if (block.end < changedUntil) return true;
    const next = sameStart(old, block.end - delta, change.start + change.removed);
    if (next === undefined || !sameState(old.at(next - 1), block)) return true;
    resume = next;
    return false;
  });
  if (!split || seen.anchors) return wholeText(source.toString());
  const blocks = old.replaced(from, resume, fresh);
  return isReadInPart(blocks) || isDense(blocks.opened, source.length) ? parseBlocks(source) : blocks;
}

function wholeText(text: string): BlockList {
  const block: TextBlock = { start: 0, end: text.length, kind: 'section', section: '', entryIndent: 0 };
  return BlockList.of([
    {
      ...block,
      content: withSlipsOfText(readSections(text), text),
      whole: true,
      mentionsIgnore: mentionsIgnore(text),
      opened: 0,
    },
  ]);
}

function parsed(block: TextBlock, slice: string): ParsedBlock {
  return {
    ...block,
    content: withSlipsOfText(read(block, slice), slice),
    whole: false,
    mentionsIgnore: mentionsIgnore(slice),
    opened: countOpened(slice),
  };
}

function read(block: TextBlock, slice: string): BlockContent {
  if (block.kind === 'blank') return { facts: [], keys: [], problems: [] };
  return block.kind === 'entry' ? readEntries(slice, block.section) : readSections(slice);
}

/** What only the text tells, not the tree that is made of it. */
function withSlipsOfText(content: BlockContent, text: string): BlockContent {
  const found = [...lostCharacters(text), ...textSlips(text, content.problems)];
  return found.length === 0 ? content : { ...content, problems: [...content.problems, ...found] };
}

function mentionsIgnore(text: string): boolean {
  return text.includes('segur-ignore');
}

/** Index of the block that began at an offset of the text before the edit, behind what the edit removed. */
function sameStart(blocks: BlockList, start: number, removedUntil: number): number | undefined {
  if (start < removedUntil) return undefined;
  const index = blocks.indexAt(start);
  return index > 0 && blocks.at(index)?.start === start ? index : undefined;
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

/** A part of a string keeps the whole in memory; facts read from a copy do not hold on to every text that ever was. */
function ownCopy(slice: string): string {
  return JSON.parse(JSON.stringify(slice)) as string;
}
