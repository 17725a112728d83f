import { lastUpTo } from './last-up-to';

/** Zero-based line and UTF-16 character, as in LSP. */
export interface LineCharacter {
  readonly line: number;
  readonly character: number;
}

/** What reading a text takes; a string has it too. */
export interface ReadableText {
  readonly length: number;
  charCodeAt(index: number): number;
  charAt(index: number): string;
  /** @param character a single one */
  indexOf(character: string, from?: number): number;
  slice(start: number, end?: number): string;
}

/** Characters in a chunk: small enough to copy at each key stroke, large enough for a big file to have few of them. */
const chunkSize = 32_768;

/**
 * A text of any size of which an edit copies only the part around it. Immutable. Lines end at `\n`, `\r\n` or a lone `\r`, as
 * editors count them; offsets are in UTF-16 code units.
 */
export class ChunkedText implements ReadableText {
  readonly length: number;
  readonly #chunks: readonly Chunk[];
  /** Offset of each chunk. */
  readonly #starts: readonly number[];
  #lineBases: readonly number[] | undefined;
  #whole: string | undefined;
  /** Where the last character was read: reading goes on nearby. */
  #near = 0;

  private constructor(chunks: readonly Chunk[], whole?: string) {
    this.#chunks = chunks;
    const starts: number[] = [];
    let length = 0;
    for (const { text } of chunks) {
      starts.push(length);
      length += text.length;
    }
    this.#starts = starts;
    this.length = length;
    this.#whole = whole;
  }

  static of(text: string): ChunkedText {
    return new ChunkedText(split(text), text);
  }

  /** The text with the characters from `start` to `end` replaced. */
  replaced(start: number, end: number, text: string): ChunkedText {
    const first = this.#chunkAt(start);
    let last = this.#chunkAt(end);
    const head = this.#textOf(first).slice(0, start - this.#startOf(first));
    let tail = this.#textOf(last).slice(end - this.#startOf(last));
    // A chunk ends where a line ends, so that lines can be counted chunk by chunk.
    while (last + 1 < this.#chunks.length && !(tail === '' ? head + text : tail).endsWith('\n')) {
      tail += this.#textOf(++last);
    }
    const before = this.#chunks.slice(0, first);
    const around = head + text + tail;
    if (around === '' && first > 0) return new ChunkedText(before);
    return new ChunkedText([...before, ...split(around), ...this.#chunks.slice(last + 1)]);
  }

  charCodeAt(index: number): number {
    const chunk = this.#chunkAt(index);
    return this.#textOf(chunk).charCodeAt(index - this.#startOf(chunk));
  }

  charAt(index: number): string {
    const chunk = this.#chunkAt(index);
    return this.#textOf(chunk).charAt(index - this.#startOf(chunk));
  }

  indexOf(character: string, from = 0): number {
    let chunk = this.#chunkAt(from);
    let local = Math.max(0, from - this.#startOf(chunk));
    for (; chunk < this.#chunks.length; chunk++, local = 0) {
      const found = this.#textOf(chunk).indexOf(character, local);
      if (found >= 0) return this.#startOf(chunk) + found;
    }
    return -1;
  }

  /** @param start not negative, like `end` */
  slice(start: number, end = this.length): string {
    const until = Math.min(end, this.length);
    if (until <= start) return '';
    let chunk = this.#chunkAt(start);
    let text = this.#textOf(chunk).slice(start - this.#startOf(chunk), until - this.#startOf(chunk));
    while (this.#startOf(chunk + 1) < until) {
      chunk++;
      text += this.#textOf(chunk).slice(0, until - this.#startOf(chunk));
    }
    return text;
  }

  /** The text in one piece, put together at the first call. */
  toString(): string {
    return (this.#whole ??= this.#chunks.map(({ text }) => text).join(''));
  }

  get lineCount(): number {
    const last = this.#chunks.length - 1;
    return (this.#bases()[last] ?? 0) + (this.#chunks[last]?.lineStarts.length ?? 0) + (this.#endsWithLine() ? 1 : 0);
  }

  /** Offset at which a line starts; the length of the text for the lines after the last. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    const bases = this.#bases();
    const chunk = lastUpTo(bases, line);
    const start = this.#chunks[chunk]?.lineStarts[line - (bases[chunk] ?? 0)];
    return start === undefined ? this.length : this.#startOf(chunk) + start;
  }

  /** Offsets outside the text are brought to its ends. */
  position(offset: number): LineCharacter {
    const wanted = Math.max(0, Math.min(offset, this.length));
    if (wanted === this.length && this.#endsWithLine()) return { line: this.lineCount - 1, character: 0 };
    const chunk = this.#chunkAt(wanted);
    const local = wanted - this.#startOf(chunk);
    const lines = this.#chunks[chunk]?.lineStarts ?? [];
    const line = lastUpTo(lines, local);
    return { line: (this.#bases()[chunk] ?? 0) + line, character: local - (lines[line] ?? 0) };
  }

  #bases(): readonly number[] {
    if (!this.#lineBases) {
      const bases: number[] = [];
      let lines = 0;
      for (const chunk of this.#chunks) {
        bases.push(lines);
        lines += chunk.lineStarts.length;
      }
      this.#lineBases = bases;
    }
    return this.#lineBases;
  }

  #endsWithLine(): boolean {
    return endsLine(this.#chunks.at(-1)?.text ?? '');
  }

  /** Index of the chunk that holds an offset; the last one for what is behind the end. */
  #chunkAt(offset: number): number {
    const near = this.#near;
    if (this.#startOf(near) <= offset && offset < this.#startOf(near + 1)) return near;
    return (this.#near = lastUpTo(this.#starts, offset));
  }

  #textOf(chunk: number): string {
    return this.#chunks[chunk]?.text ?? '';
  }

  #startOf(chunk: number): number {
    return this.#starts[chunk] ?? this.length;
  }
}

/** Some lines of a text. */
class Chunk {
  #lineStarts: readonly number[] | undefined;

  constructor(readonly text: string) {}

  /** Offsets of the lines that start in it; the empty line behind a last line end is not among them. */
  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= lineStartsOf(this.text));
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Cuts behind `\n` only: a `\r` and its `\n` stay together. */
function split(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  while (text.length - start > chunkSize * 1.5) {
    let end = text.lastIndexOf('\n', start + chunkSize) + 1;
    if (end <= start) end = text.indexOf('\n', start + chunkSize) + 1;
    if (end <= start) break;
    chunks.push(new Chunk(text.slice(start, end)));
    start = end;
  }
  if (start < text.length || chunks.length === 0) chunks.push(new Chunk(text.slice(start)));
  return chunks;
}

function endsLine(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 10 || last === 13;
}
