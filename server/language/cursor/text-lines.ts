/** The lines of a text around one of them, found when asked for: nothing is indexed while the user types. */
export class TextLines {
  /** Offset of the current line. */
  readonly start: number;
  readonly current: string;
  readonly #end: number;

  constructor(
    readonly text: string,
    offset: number,
  ) {
    this.start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    this.#end = lineEnd(text, this.start);
    this.current = lineText(text, this.start, this.#end);
  }

  /** Lines above the current one, nearest first. */
  *above(): Generator<{ readonly line: string; readonly start: number }> {
    let end = this.start - 1;
    while (end >= 0) {
      const start = end === 0 ? 0 : this.text.lastIndexOf('\n', end - 1) + 1;
      yield { line: lineText(this.text, start, end), start };
      end = start - 1;
    }
  }

  /** Lines below the current one, nearest first. */
  *below(): Generator<{ readonly line: string; readonly start: number }> {
    let start = this.#end + 1;
    while (start <= this.text.length) {
      const end = lineEnd(this.text, start);
      yield { line: lineText(this.text, start, end), start };
      start = end + 1;
    }
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function lineText(text: string, start: number, end: number): string {
  return text.slice(start, end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
}
