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
const anchorOrAlias = /(?:^|[\s[{,:-])[&*][^\s,[\]{}]/;

export function usesAnchors(text: string): boolean {
  return (text.includes('&') || text.includes('*')) && anchorOrAlias.test(text);
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly first: string;
}

/**
 * Splits a block-style manifest into sections and entries by looking at indentation only.
 * @returns undefined when the text must be read as a whole (several documents, directives, tab indentation at the
 * left margin, a sequence or flow collection at top level).
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
      if (line.first === '\t' || line.first === '{' || line.first === '[' || line.first === '%') return undefined;
      if (/^(---|\.\.\.)(\s|$)/.test(text.slice(line.start, line.start + 4))) return undefined;
      if (line.first === '-') {
        if (!sawKey) return undefined;
        continue;
      }
      close(line.start);
      sawKey = true;
      const content = text.slice(line.start, line.end);
      section = keyOf(content);
      const splits = splitSections.has(section) && /^["']?\w+["']?\s*:\s*(#.*)?$/.test(content);
      open = { start: line.start, kind: splits ? 'head' : 'section' };
      entryIndent = 0;
    } else if (open.kind === 'head' || open.kind === 'entry') {
      if (entryIndent === 0) {
        // A list where a mapping is expected: one finding for the whole section says it best.
        if (line.first === '-') {
          open = { ...open, kind: 'section' };
          continue;
        }
        entryIndent = line.indent;
      }
      if (line.indent === entryIndent) {
        close(line.start);
        open = { start: line.start, kind: 'entry' };
      }
    }
  }
  close(text.length);
  return blocks;
}

/** Lines that are neither blank nor a comment. */
function* meaningfulLines(text: string): Generator<Line> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let at = start;
    while (at < end && text.charCodeAt(at) === 32) at++;
    const first = at < end ? text.charAt(at) : '';
    const blank = first === '' || first === '\r' || first === '#';
    if (!blank) yield { start, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end, indent: at - start, first };
    start = end + 1;
  }
}

/** `exigences` of `exigences:  # …`; the whole line when it is not a key yet. */
function keyOf(line: string): string {
  const match = /^(?:"([^"]*)"|'([^']*)'|([^:#]+?))\s*:(?:\s|$)/.exec(line);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? line.trim();
}
