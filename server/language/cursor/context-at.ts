import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import { shift } from '../../core/text/offset-range';
import { cursorContext, type CursorContext } from './cursor-context';

/**
 * Where a cursor stands in a manifest, as {@link cursorContext} tells of the whole text. Inside an entry only the entry is
 * looked at: the way to the top of a file grows with the file.
 */
export function contextAt(parsed: ParsedManifest, offset: number): CursorContext | undefined {
  const { text, base, margin } = textAround(parsed, offset);
  const context = cursorContext(text, offset - base);
  if (margin === -1) return context;
  // Further left are the neighbours of the entry, which only the whole text shows.
  if (context && context.column > margin) return { ...context, replace: shift(context.replace, base) };
  return cursorContext(parsed.source.toString(), offset);
}

interface TextAround {
  readonly text: string;
  /** From offsets of `text` to those of the file. */
  readonly base: number;
  /** Column of the entry that the text is of; -1 when it is the whole. */
  readonly margin: number;
}

/** The entry that a cursor stands in, under the key of its section; the whole text elsewhere. */
export function textAround({ source, blocks }: ParsedManifest, offset: number): TextAround {
  // At the end of an entry the cursor may be about to write the next one.
  const block = blocks.at(blocks.indexAt(Math.max(0, offset - 1)));
  if (block?.kind !== 'entry') return { text: source.toString(), base: 0, margin: -1 };
  const head = `${block.section}:\n`;
  return {
    text: head + source.slice(block.start, block.end),
    base: block.start - head.length,
    margin: block.entryIndent,
  };
}
