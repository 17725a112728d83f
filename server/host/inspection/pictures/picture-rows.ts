import type { PictureWord } from './picture-messages';

/** Words that stand beside each other, whatever block the recognition put them in, from left to right. */
export interface PictureRow {
  readonly words: readonly PictureWord[];
  readonly top: number;
  readonly height: number;
}

/** Words whose height is that many times the usual one are pictures that were taken for letters. */
const tooTall = 4;

/** The rows that an eye sees, from top to bottom. */
export function rowsOf(words: readonly PictureWord[]): PictureRow[] {
  const usual = median(words.map(({ height }) => height));
  const rows: { words: PictureWord[]; top: number; bottom: number }[] = [];
  const byHeight = words.filter(({ height }) => height <= usual * tooTall);
  for (const word of [...byHeight].sort((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.findLast(({ top, bottom }) => overlap(word, top, bottom) >= 0.5);
    if (!row) {
      rows.push({ words: [word], top: word.top, bottom: word.top + word.height });
      continue;
    }
    row.words.push(word);
    // Letters with a tail and capitals move a row by little; it must not grow into the next one.
    row.top = median(row.words.map(({ top }) => top));
    row.bottom = median(row.words.map(({ top, height }) => top + height));
  }
  return rows
    .map(({ words: found, top, bottom }) => ({
      words: found.sort((a, b) => a.left - b.left),
      top,
      height: bottom - top,
    }))
    .sort((a, b) => a.top - b.top);
}

/** Groups of words of a row that wide gaps set apart: cells of a table, a label and its field. */
export function cellsOf({ words, height }: PictureRow): PictureWord[][] {
  const cells: PictureWord[][] = [];
  let end = -Infinity;
  for (const word of words) {
    const cell = cells.at(-1);
    if (cell && word.left - end <= height) cell.push(word);
    else cells.push([word]);
    end = word.left + word.width;
  }
  return cells;
}

/** The text of a row: one space between words, two between cells. */
export function textOf(row: PictureRow): string {
  return cellsOf(row).map(wordsText).join('  ');
}

export function wordsText(words: readonly PictureWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** The share of the lower of both heights that a word and a row have in common. */
function overlap(word: PictureWord, top: number, bottom: number): number {
  const common = Math.min(word.top + word.height, bottom) - Math.max(word.top, top);
  return common / Math.max(1, Math.min(word.height, bottom - top));
}

function middleOf({ top, height }: PictureWord): number {
  return top + height / 2;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
