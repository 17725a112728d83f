/** A `- ` or a `key:` at its column. Columns are UTF-16 characters from the start of the line. */
export type LineToken =
  | { readonly kind: 'dash'; readonly column: number }
  | {
      readonly kind: 'key';
      readonly column: number;
      readonly key: string;
      /** Column after the key's text. */
      readonly keyEnd: number;
      /** Column of the value's first character; where there is none, that at which it would stand. */
      readonly valueStart: number;
    };

const keyPattern =
  /(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s"'#[\]{},&*!|>%@`-](?:[^#]*?[^\s#])??|-[^\s#](?:[^#]*?[^\s#])??))(\s*):(?=\s|$)/y;

/** Lists in lists that one line may begin: no manifest has more than two, and what is deeper is not read as YAML either. */
const mostDashes = 100;

/** Reads the structure at the left of one line of block-style YAML; half-typed lines give what they have. */
export function lineTokens(line: string): LineToken[] {
  const tokens: LineToken[] = [];
  let at = skipSpaces(line, 0);
  while (line[at] === '-' && (at + 1 === line.length || line[at + 1] === ' ' || line[at + 1] === '\r')) {
    if (tokens.length === mostDashes) return tokens;
    tokens.push({ kind: 'dash', column: at });
    at = skipSpaces(line, at + 1);
  }
  at = skipAnchor(line, at);
  keyPattern.lastIndex = at;
  const match = keyPattern.exec(line);
  if (match) {
    const key = match[1] ?? match[2] ?? match[3] ?? '';
    const keyEnd = at + match[0].length - 1 - (match[4] ?? '').length;
    const colonEnd = at + match[0].length;
    const first = skipAnchor(line, skipSpaces(line, colonEnd));
    // Before a comment there is room for a value right behind the blank.
    const valueStart = line[first] === '#' ? Math.min(first, colonEnd + 1) : first;
    tokens.push({ kind: 'key', column: at, key, keyEnd, valueStart });
  }
  return tokens;
}

/** Whether the line says nothing: blank, or only a comment. */
export function isSilent(line: string): boolean {
  const at = skipSpaces(line, 0);
  return at >= line.length || line[at] === '#' || line[at] === '\r';
}

export function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}

/** `&anchor ` before a key or a value says nothing here. */
function skipAnchor(line: string, from: number): number {
  if (line[from] !== '&') return from;
  const end = line.indexOf(' ', from);
  return end < 0 ? line.length : skipSpaces(line, end);
}

/** End of the value that starts at `from`: before a comment and the blanks that end the line. */
export function valueEnd(line: string, from: number): number {
  const quote = line[from];
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, from + 1);
    if (close > 0) return close + 1;
  }
  const comment = /(?:^|\s)#/.exec(line.slice(from));
  const end = comment ? from + comment.index : line.length;
  return Math.max(from, from + line.slice(from, end).trimEnd().length);
}
