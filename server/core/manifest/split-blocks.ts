import type { ReadableText } from '../text/chunked-text';

/** A stretch of a manifest that can be read by itself. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
  /** `section`: a top-level key with its whole value. `head`: the key line of a split section. `entry`: one entry of it. */
  readonly kind: 'section' | 'head' | 'entry' | 'blank';
  /** Top-level key that the block belongs to, empty before the first one. */
  readonly section: string;
  /** Indentation of the entries around it; 0 where none is known yet. */
  readonly entryIndent: number;
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

interface IndentedLine {
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
export function splitBlocks(text: ReadableText): TextBlock[] | undefined {
  const blocks: TextBlock[] = [];
  const whole = new BlockScanner(text, 0, undefined).scan((block) => {
    blocks.push(block);
    return true;
  });
  return whole ? blocks : undefined;
}

/** Splits a text from the start of a block on, as if everything before had been split too. */
export class BlockScanner {
  #section: string;
  #kind: TextBlock['kind'];
  #start: number;
  #entryIndent: number;
  #sawKey: boolean;

  /** @param before the block that ends where the scan begins; undefined at the beginning of the text */
  constructor(
    readonly text: ReadableText,
    readonly from: number,
    before: TextBlock | undefined,
  ) {
    this.#section = before?.section ?? '';
    this.#kind = before?.kind ?? 'blank';
    this.#entryIndent = before?.kind === 'entry' ? before.entryIndent : 0;
    this.#sawKey = before !== undefined && before.kind !== 'blank';
    this.#start = from;
  }

  /**
   * Gives each block as soon as the next one begins.
   * @param take returns false to stop there
   * @returns false when the text must be read as a whole
   */
  scan(take: (block: TextBlock) => boolean): boolean {
    for (const line of meaningfulLines(this.text, this.from)) {
      const step = line.indent === 0 ? this.#topLevel(line) : this.#indented(line);
      if (step === 'whole') return false;
      if (step === 'stays') continue;
      const closed = this.#close(line.start);
      this.#open(line, step);
      if (closed && !take(closed)) return true;
    }
    const last = this.#close(this.text.length);
    if (last) take(last);
    return true;
  }

  /** What a line does: ends the split, stays in the block that is open, or opens one of this kind. */
  #topLevel(line: IndentedLine): 'whole' | 'stays' | 'top' {
    if (wholeText.has(line.first) || isMarker(this.text, line) || isExplicit(this.text, line)) return 'whole';
    if (!isDash(this.text, line) && !closing.has(line.first)) return 'top';
    if (!this.#sawKey) return 'whole';
    // A list where entries are expected: one finding for the whole section says it best.
    if (this.#kind === 'head') this.#kind = 'section';
    return 'stays';
  }

  #indented(line: IndentedLine): 'whole' | 'stays' | 'entry' {
    if (!this.#sawKey) return 'whole';
    if (this.#kind !== 'head' && this.#kind !== 'entry') return 'stays';
    if (this.#entryIndent === 0) {
      if (isDash(this.text, line) || noEntry.has(line.first)) {
        this.#kind = 'section';
        return 'stays';
      }
      this.#entryIndent = line.indent;
    }
    if (line.indent !== this.#entryIndent) return 'stays';
    if (isExplicit(this.text, line)) return 'whole';
    // The end of a flow collection may stand below the key that it belongs to.
    return closing.has(line.first) ? 'stays' : 'entry';
  }

  #close(end: number): TextBlock | undefined {
    if (end <= this.#start) return undefined;
    const entryIndent = this.#kind === 'entry' ? this.#entryIndent : 0;
    return { start: this.#start, end, kind: this.#kind, section: this.#section, entryIndent };
  }

  #open(line: IndentedLine, step: 'top' | 'entry'): void {
    this.#start = line.start;
    if (step === 'entry') {
      this.#kind = 'entry';
      return;
    }
    const content = this.text.slice(line.start, line.end);
    this.#sawKey = true;
    this.#section = keyOf(content);
    const splits = splitSections.has(this.#section) && /^["']?\w+["']?\s*:\s*(#.*)?$/.test(content);
    this.#kind = splits ? 'head' : 'section';
    this.#entryIndent = 0;
  }
}

/** Beginnings of top-level lines that only the parser understands. */
const wholeText: ReadonlySet<string> = new Set(['\t', '{', '[', '%']);

/** Beginnings of a value that is no list of `key: value` lines. */
const noEntry: ReadonlySet<string> = new Set(['{', '[', '|', '>', '!']);

const closing: ReadonlySet<string> = new Set(['}', ']']);

function isMarker(text: ReadableText, { start }: IndentedLine): boolean {
  return /^(---|\.\.\.)(\s|$)/.test(text.slice(start, start + 4));
}

function isDash(text: ReadableText, { start, indent, first }: IndentedLine): boolean {
  return first === '-' && isBlankAt(text, start + indent + 1);
}

/** `? key` and `: value`. */
function isExplicit(text: ReadableText, { start, indent, first }: IndentedLine): boolean {
  return (first === '?' || first === ':') && isBlankAt(text, start + indent + 1);
}

function isBlankAt(text: ReadableText, at: number): boolean {
  return at >= text.length || /\s/.test(text.charAt(at));
}

/** Lines that are neither blank nor a comment. */
function* meaningfulLines(text: ReadableText, from: number): Generator<IndentedLine> {
  let start = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from;
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
  const match = /^(?:(?:"([^"]*)"|'([^']*)')\s*|([^:#]+)):(?:\s|$)/.exec(line);
  return match?.[1] ?? match?.[2] ?? match?.[3]?.trimEnd() ?? line.trim();
}
