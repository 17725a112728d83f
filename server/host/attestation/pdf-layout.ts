import { textWidth, type Font } from './helvetica-widths';

/** What a document is made of, from top to bottom. Texts are WinAnsi; `\n` breaks a line. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A framed warning. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Term and value, one under the other. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** Empty places to be filled by hand, side by side, kept together. */
  | { readonly kind: 'places'; readonly labels: readonly string[] };

/** Something drawn on a page, in points from the bottom left. */
export type Drawing =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly font: Font;
      readonly size: number;
    }
  | { readonly kind: 'frame'; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A4, in points. */
export const paper = { width: 595.28, height: 841.89 };
const margin = { left: 64, right: 64, top: 64, bottom: 72 };
const lineWidth = paper.width - margin.left - margin.right;
const termWidth = 130;
const leading = 1.4;
const placeHeight = 96;

/** Lays blocks out on as many pages as they need. `footer` stands on each, with its number. */
export function layOut(blocks: readonly Block[], footer: string): Drawing[][] {
  const flow = new Flow();
  for (const block of blocks) flow.add(block);
  const count = flow.pages.length;
  flow.pages.forEach((page, index) => {
    const number = `${index + 1}/${count}`;
    page.push(
      { kind: 'text', x: margin.left, y: 40, text: footer, font: 'regular', size: 8 },
      {
        kind: 'text',
        x: paper.width - margin.right - textWidth(number, 'regular', 8),
        y: 40,
        text: number,
        font: 'regular',
        size: 8,
      },
    );
  });
  return flow.pages;
}

class Flow {
  readonly pages: Drawing[][] = [[]];
  #y = paper.height - margin.top;

  add(block: Block): void {
    switch (block.kind) {
      case 'title':
        this.#lines(block.text, 'bold', 17);
        this.#y -= 12;
        break;
      case 'heading':
        this.#y -= 8;
        this.#room(60);
        this.#lines(block.text, 'bold', 11.5);
        this.#y -= 2;
        break;
      case 'paragraph':
        this.#lines(block.text, 'regular', 10.5);
        this.#y -= 8;
        break;
      case 'notice':
        this.#notice(block.text);
        break;
      case 'facts':
        for (const [term, value] of block.rows) this.#fact(term, value);
        this.#y -= 8;
        break;
      case 'places':
        this.#places(block.labels);
    }
  }

  #lines(text: string, font: Font, size: number): void {
    for (const line of wrap(text, font, size, lineWidth)) this.#line(line, margin.left, font, size);
  }

  #line(text: string, x: number, font: Font, size: number): void {
    this.#room(size * leading);
    this.#y -= size * leading;
    this.#draw({ kind: 'text', x, y: this.#y, text, font, size });
  }

  #notice(text: string): void {
    const size = 9.5;
    const lines = wrap(text, 'bold', size, lineWidth - 20);
    const height = lines.length * size * leading + 14;
    this.#room(height);
    this.#draw({ kind: 'frame', x: margin.left, y: this.#y - height, width: lineWidth, height });
    let y = this.#y - 5;
    for (const line of lines) {
      y -= size * leading;
      this.#draw({ kind: 'text', x: margin.left + 10, y, text: line, font: 'bold', size });
    }
    this.#y -= height + 14;
  }

  #fact(term: string, value: string): void {
    const size = 10.5;
    wrap(value, 'regular', size, lineWidth - termWidth).forEach((line, index) => {
      this.#line(line, margin.left + termWidth, 'regular', size);
      if (index === 0) this.#draw({ kind: 'text', x: margin.left, y: this.#y, text: term, font: 'bold', size });
    });
  }

  #places(labels: readonly string[]): void {
    this.#room(placeHeight + 10);
    this.#y -= 10;
    const gap = 14;
    const width = (lineWidth - gap * (labels.length - 1)) / labels.length;
    labels.forEach((label, index) => {
      const x = margin.left + index * (width + gap);
      this.#draw({ kind: 'frame', x, y: this.#y - placeHeight, width, height: placeHeight });
      wrap(label, 'regular', 9, width - 16).forEach((line, row) => {
        this.#draw({ kind: 'text', x: x + 8, y: this.#y - 14 - row * 12, text: line, font: 'regular', size: 9 });
      });
    });
    this.#y -= placeHeight;
  }

  #room(height: number): void {
    if (this.#y - height >= margin.bottom) return;
    this.pages.push([]);
    this.#y = paper.height - margin.top;
  }

  #draw(drawing: Drawing): void {
    this.pages.at(-1)?.push(drawing);
  }
}

/** Lines that fit a width; a word that is longer than a line is cut. */
export function wrap(text: string, font: Font, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/ +/).flatMap((one) => pieces(one, font, size, width))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer, font, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

function pieces(word: string, font: Font, size: number, width: number): string[] {
  if (textWidth(word, font, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, font, size) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
