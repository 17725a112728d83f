import { lastUpTo } from '../text/last-up-to';
import type { BlockContent } from './read-block';
import type { TextBlock } from './split-blocks';

/** A block and what it says. */
export interface ParsedBlock extends TextBlock {
  readonly content: BlockContent;
  /** The block is a text that could not be split. */
  readonly whole: boolean;
  /** Holds the word of an ignore comment. */
  readonly mentionsIgnore: boolean;
  /** Signs with which a list or a mapping begins inside a line, those in texts included. */
  readonly opened: number;
}

/** Blocks in a page when it is cut. A page may grow to twice as many by edits, and shrink to any number. */
const pageSize = 32;

/**
 * Some blocks that follow each other, placed from the start of the page. The same object as long as no edit touches one of
 * them: whatever is made of a page can be kept with it.
 */
export class BlockPage {
  /** Characters. */
  readonly length: number;
  readonly opened: number;

  constructor(readonly blocks: readonly ParsedBlock[]) {
    this.length = blocks.at(-1)?.end ?? 0;
    this.opened = blocks.reduce((sum, { opened }) => sum + opened, 0);
  }
}

/** The blocks of a text without gaps between them. Immutable; an edit replaces the pages that it touches and shares the others. */
export class BlockList implements Iterable<ParsedBlock> {
  /** Number of blocks. */
  readonly length: number;
  /** Offset in the text of each page. */
  readonly starts: readonly number[];
  /** Index of the first block of each page. */
  readonly #firsts: readonly number[];

  private constructor(readonly pages: readonly BlockPage[]) {
    const starts: number[] = [];
    const firsts: number[] = [];
    let start = 0;
    let first = 0;
    for (const page of pages) {
      starts.push(start);
      firsts.push(first);
      start += page.length;
      first += page.blocks.length;
    }
    this.starts = starts;
    this.#firsts = firsts;
    this.length = first;
  }

  /** Of all blocks. */
  get opened(): number {
    return this.pages.reduce((sum, { opened }) => sum + opened, 0);
  }

  static of(blocks: readonly ParsedBlock[]): BlockList {
    return new BlockList(cut(blocks));
  }

  /** A block with its place in the text; undefined outside the list. */
  at(index: number): ParsedBlock | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const page = lastUpTo(this.#firsts, index);
    const block = this.pages[page]?.blocks[index - (this.#firsts[page] ?? 0)];
    return block && moved(block, this.starts[page] ?? 0);
  }

  /** Index of the last block that begins at or before an offset; 0 when none does. */
  indexAt(offset: number): number {
    const page = lastUpTo(this.starts, offset);
    const blocks = this.pages[page]?.blocks ?? [];
    const local = offset - (this.starts[page] ?? 0);
    let low = 0;
    let high = Math.max(0, blocks.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((blocks[middle]?.start ?? 0) <= local) low = middle;
      else high = middle - 1;
    }
    return (this.#firsts[page] ?? 0) + low;
  }

  /**
   * The list with the blocks from `from` up to `to` replaced by others; those behind move with the length of what stands
   * before them.
   * @param fresh placed in the text, the first where block `from` began
   */
  replaced(from: number, to: number, fresh: readonly ParsedBlock[]): BlockList {
    const first = lastUpTo(this.#firsts, from);
    const last = to > from ? lastUpTo(this.#firsts, to - 1) : first;
    const start = this.starts[first] ?? 0;
    const before = (this.pages[first]?.blocks ?? []).slice(0, from - (this.#firsts[first] ?? 0));
    const around = [...before, ...fresh.map((block) => moved(block, -start))];
    const behind = (this.pages[last]?.blocks ?? []).slice(to - (this.#firsts[last] ?? 0));
    const shift = (around.at(-1)?.end ?? 0) - (behind[0]?.start ?? 0);
    for (const block of behind) around.push(moved(block, shift));
    const pages = around.length <= 2 * pageSize ? (around.length > 0 ? [new BlockPage(around)] : []) : cut(around);
    return new BlockList([...this.pages.slice(0, first), ...pages, ...this.pages.slice(last + 1)]);
  }

  *[Symbol.iterator](): Iterator<ParsedBlock> {
    for (const [index, page] of this.pages.entries()) {
      for (const block of page.blocks) yield moved(block, this.starts[index] ?? 0);
    }
  }
}

function cut(blocks: readonly ParsedBlock[]): BlockPage[] {
  const pages: BlockPage[] = [];
  for (let at = 0; at < blocks.length; at += pageSize) {
    const some = blocks.slice(at, at + pageSize);
    const start = some[0]?.start ?? 0;
    pages.push(new BlockPage(some.map((block) => moved(block, -start))));
  }
  return pages;
}

function moved(block: ParsedBlock, by: number): ParsedBlock {
  return by === 0 ? block : { ...block, start: block.start + by, end: block.end + by };
}
