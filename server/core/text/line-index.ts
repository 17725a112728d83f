/** Zero-based line and UTF-16 character, as in LSP. */
export interface LineCharacter {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets of one text into lines and back. Lines end at `\n`, `\r\n` or a lone `\r`, as editors count them. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) this.#starts.push(i + 1);
      else if (code === 13 && text.charCodeAt(i + 1) !== 10) this.#starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text are brought to its ends. */
  position(offset: number): LineCharacter {
    const wanted = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: wanted - (this.#starts[low] ?? 0) };
  }

  /** Lines and characters outside the text are brought to its ends. */
  offset(position: LineCharacter): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#text.length;
    const next = this.#starts[position.line + 1] ?? this.#text.length;
    return Math.max(start, Math.min(start + position.character, next));
  }

  /** Offset of the first character of a line. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }
}
