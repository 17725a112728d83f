import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OffsetRange } from '../../core/text/offset-range';

/** Where a cursor stands in a portfolio, whose file is a few lines of keys and one list. */
export type PortfolioPlace =
  | {
      readonly kind: 'key';
      readonly range: OffsetRange;
      readonly present: ReadonlySet<string>;
      readonly hasColon: boolean;
    }
  | { readonly kind: 'value'; readonly range: OffsetRange; readonly key: string };

const keyLine = /^([A-Za-z_]+)\s*:/;

/** Finds the key, or the value of a key, that stands at an offset; the text may be half written. */
export function portfolioPlace(document: TextDocument, offset: number): PortfolioPlace {
  const { line, character } = document.positionAt(offset);
  const lines = document.getText().split(/\r\n|\r|\n/);
  const text = lines[line] ?? '';
  const start = offset - character;
  const present = new Set(lines.flatMap((one) => keyLine.exec(one)?.[1] ?? []));
  const own = keyLine.exec(text);
  const [upToColon, key] = own ?? ['', undefined];
  if (key !== undefined && character >= upToColon.length)
    return { kind: 'value', key, range: wordIn(text, character, upToColon.length, start) };
  if (/^\s*-/.test(text) || /^\s+\S*$/.test(text.slice(0, character))) {
    const above = lines
      .slice(0, line)
      .reverse()
      .flatMap((one) => keyLine.exec(one)?.[1] ?? [])[0];
    if (above !== undefined) {
      const from = /^\s*-?\s*/.exec(text)?.[0].length ?? 0;
      return { kind: 'value', key: above, range: wordIn(text, character, Math.min(from, character), start) };
    }
  }
  // The key that stands here may stay as it is.
  if (key !== undefined) present.delete(key);
  const end = start + (key ?? text).length;
  return { kind: 'key', present, hasColon: key !== undefined, range: { start, end } };
}

/** The item around the cursor: of a list in brackets, what stands between its commas. */
function wordIn(text: string, character: number, from: number, start: number): OffsetRange {
  const before = text.slice(from, character);
  const cut = Math.max(before.lastIndexOf(','), before.lastIndexOf('['));
  let begin = from + cut + 1;
  while (begin < character && text[begin] === ' ') begin++;
  const rest = /^[^,\]#]*/.exec(text.slice(character))?.[0].trimEnd() ?? '';
  return { start: start + begin, end: start + character + rest.length };
}
