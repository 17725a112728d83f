/** A stretch of a manifest that can be read by itself. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
  /** `section`: a top-level key with its whole value. `head`: the key line of a split section. `entry`: one entry of it. */
  readonly kind: 'section' | 'head' | 'entry' | 'blank';
  /** Top-level key that the block belongs to, empty before the first one. */
  readonly section: string;
}

/** Sections whose entries are read one by one. */
const splitSections = new Set(['exigences', 'scenarios']);

/** Anchors and aliases tie entries together: such a text is read as a whole. */
const anchorOrAlias = /(?:^|[\s[{,:-])[&*][^\s,[\]{}]/g;

export function usesAnchors(text: string): boolean {
  if (!text.includes('&') && !text.includes('*')) return false;
  for (const { index } of text.matchAll(anchorOrAlias)) {
    const line = text.lastIndexOf('\n', index) + 1;
    if (!/^\s*#/.test(text.slice(line, index + 1))) return true;
  }
  return false;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly first: string;
}

/**
 * Splits a block-style manifest into sections and entries by looking at indentation only.
 * @returns undefined when the text must be read as a whole (several documents, directives, tab or indentation
 * before the first key, a sequence or flow collection at top level, `?` and `:` at the beginning of a line).
 */
export function splitBlocks(text: string): TextBlock[] | undefined {
  const blocks: TextBlock[] = [];
  let section = '';
  let open: { start: number; kind: TextBlock['kind'] } = { start: 0, kind: 'blank' };
  let entryIndent = 0;
  let sawKey = false;
  const close = (end: number) => {
    if (end > open.start) blocks.push({ start: open.start, end, kind: open.kind, section });
  };
  for (const line of meaningfulLines(text)) {
    if (line.indent === 0) {
      if (wholeText.has(line.first) || isMarker(text, line) || isExplicit(text, line)) return undefined;
      if (isDash(text, line) || closing.has(line.first)) {
        if (!sawKey) return undefined;
        // A list where entries are expected: one finding for the whole section says it best.
        if (open.kind === 'head') open = { ...open, kind: 'section' };
        continue;
      }
      close(line.start);
      sawKey = true;
      const content = text.slice(line.start, line.end);
      section = keyOf(content);
      const splits = splitSections.has(section) && /^["']?\w+["']?\s*:\s*(#.*)?$/.test(content);
      open = { start: line.start, kind: splits ? 'head' : 'section' };
      entryIndent = 0;
    } else if (!sawKey) {
      return undefined;
    } else if (open.kind === 'head' || open.kind === 'entry') {
      if (entryIndent === 0) {
        if (isDash(text, line) || noEntry.has(line.first)) {
          open = { ...open, kind: 'section' };
          continue;
        }
        entryIndent = line.indent;
      }
      if (line.indent === entryIndent) {
        if (isExplicit(text, line)) return undefined;
        // The end of a flow collection may stand below the key that it belongs to.
        if (closing.has(line.first)) continue;
        close(line.start);
        open = { start: line.start, kind: 'entry' };
      }
    }
  }
  close(text.length);
  return blocks;
}

/** Beginnings of top-level lines that only the parser understands. */
const wholeText: ReadonlySet<string> = new Set(['\t', '{', '[', '%']);

/** Beginnings of a value that is no list of `key: value` lines. */
const noEntry: ReadonlySet<string> = new Set(['{', '[', '|', '>', '!']);

const closing: ReadonlySet<string> = new Set(['}', ']']);

function isMarker(text: string, { start }: Line): boolean {
  return /^(---|\.\.\.)(\s|$)/.test(text.slice(start, start + 4));
}

function isDash(text: string, { start, indent, first }: Line): boolean {
  return first === '-' && isBlankAt(text, start + indent + 1);
}

/** `? key` and `: value`. */
function isExplicit(text: string, { start, indent, first }: Line): boolean {
  return (first === '?' || first === ':') && isBlankAt(text, start + indent + 1);
}

function isBlankAt(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text.charAt(at));
}

/** Lines that are neither blank nor a comment. */
function* meaningfulLines(text: string): Generator<Line> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let at = start;
    while (at < end && text.charCodeAt(at) === 32) at++;
    const indent = at - start;
    const first = text.charAt(at);
    while (at < end && (text.charCodeAt(at) === 9 || text.charCodeAt(at) === 32)) at++;
    const content = at < end ? text.charAt(at) : '';
    const blank = content === '' || content === '\r' || content === '#';
    if (!blank) yield { start, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end, indent, first };
    start = end + 1;
  }
}

/** `exigences` of `exigences:  # …`; the whole line when it is not a key yet. */
function keyOf(line: string): string {
  const match = /^(?:"([^"]*)"|'([^']*)'|([^:#]+?))\s*:(?:\s|$)/.exec(line);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? line.trim();
}
