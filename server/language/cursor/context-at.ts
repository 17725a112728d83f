import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import { shift } from '../../core/text/offset-range';
import { cursorContext, type CursorContext } from './cursor-context';

/**
 * Where a cursor stands in a manifest, as {@link cursorContext} tells of the whole text. Inside an entry only the entry is
 * looked at: the way to the top of a file grows with the file.
 */
export function contextAt({ source, blocks }: ParsedManifest, offset: number): CursorContext | undefined {
  // At the end of an entry the cursor may be about to write the next one.
  const block = blocks.at(blocks.indexAt(Math.max(0, offset - 1)));
  if (block?.kind === 'entry') {
    const head = `${block.section}:\n`;
    const base = block.start - head.length;
    const context = cursorContext(head + source.slice(block.start, block.end), offset - base);
    // Further left are the neighbours of the entry, which only the whole text shows.
    if (context && context.column > block.entryIndent) return { ...context, replace: shift(context.replace, base) };
  }
  return cursorContext(source.toString(), offset);
}
