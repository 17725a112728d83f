import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import type { OffsetRange } from '../../core/text/offset-range';
import { cursorContext, type CursorContext } from './cursor-context';
import { textAround } from './context-at';
import { isSilent, lineTokens, skipSpaces } from './line-tokens';
import { TextLines } from './text-lines';

/** A cursor at a key of block style that has nothing to say yet: `key:`, `key: []`, `key: {}`, `key: ~`, `key: null`. */
export interface EmptyValue {
  /** The same cursor on a line of its own below the key, where what belongs to it would stand. */
  readonly below: CursorContext;
  /** What stands between the colon and the end of the value, blanks included; on one line. */
  readonly replace: OffsetRange;
  /** What of it stands before the cursor, without the blanks at its start. */
  readonly typed: string;
  /** What leads from the colon to the line below. */
  readonly lead: string;
}

const emptyValue = /^(?:\s*(?:\[\s*\]|\{\s*\}|~|null)(?=\s+#|\s*$)|\s*(?=\s#|$))/;

/** @returns undefined where the cursor is not at such a value */
export function emptyValueAt(parsed: ParsedManifest, offset: number, newline: string): EmptyValue | undefined {
  const { text, base } = textAround(parsed, offset);
  const cursor = offset - base;
  const lines = new TextLines(text, cursor);
  const line = lines.current;
  const key = lineTokens(line).find((token) => token.kind === 'key');
  if (!key) return undefined;
  const colon = line.indexOf(':', key.keyEnd) + 1;
  const written = emptyValue.exec(line.slice(colon))?.[0];
  const [start, end] = [lines.start + colon, lines.start + colon + (written?.length ?? 0)];
  if (written === undefined || cursor < start || cursor > end) return undefined;
  const lead = newline + ' '.repeat(columnBelow(lines, key.column));
  const below = cursorContext(text.slice(0, start) + lead + text.slice(end), start + lead.length);
  if (!below || below.flow) return undefined;
  return {
    below,
    replace: { start: start + base, end: end + base },
    typed: text.slice(start, cursor).trimStart(),
    lead,
  };
}

/** The column of what stands below a key already, else the next level. */
function columnBelow(lines: TextLines, column: number): number {
  for (const { line } of lines.below()) {
    if (isSilent(line)) continue;
    const indent = skipSpaces(line, 0);
    const isItem = lineTokens(line)[0]?.kind === 'dash';
    return indent > column || (indent === column && isItem) ? indent : column + 2;
  }
  return column + 2;
}
