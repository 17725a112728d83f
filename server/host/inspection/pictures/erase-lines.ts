import type { GreyPicture } from './grey-picture';

/** Straight runs of one shade from this length on are no stroke of a letter. Pixels. */
const shortestLine = 48;
/** Thicker ones are bars and fields, whose ground is even anyway. Pixels. */
const thickestLine = 4;
/** Shades that differ by no more are one: compression leaves some noise. */
const sameShade = 10;

/**
 * Takes out ruled lines and the borders of fields and tables, which the recognition takes for letters or for edges of columns.
 * A line is a long run of one shade with another shade on both sides of its few pixels; it gets the lighter of the two.
 */
export function eraseLines(picture: GreyPicture): GreyPicture {
  const { width, height, pixels } = picture;
  const erased = pixels.slice();
  const rows: Lines = { length: width, count: height, step: 1, across: width };
  const columns: Lines = { length: height, count: width, step: width, across: 1 };
  eraseAlong(pixels, erased, rows);
  eraseAlong(pixels, erased, columns);
  return { width, height, pixels: erased };
}

/** How to walk along lines of one direction. */
interface Lines {
  /** Pixels of a row of the walk. */
  readonly length: number;
  readonly count: number;
  /** From a pixel to the next one along the row, and to the one beside it in the next row. */
  readonly step: number;
  readonly across: number;
}

function eraseAlong(pixels: Uint8Array, erased: Uint8Array, lines: Lines): void {
  const { length, count, step, across } = lines;
  for (let row = 0; row < count; row++) {
    const base = row * across;
    let start = 0;
    let shade = pixels[base] ?? 0;
    for (let at = 1; at <= length; at++) {
      const next = at < length ? (pixels[base + at * step] ?? 0) : 1000;
      if (Math.abs(next - shade) <= sameShade) continue;
      if (at - start >= shortestLine) eraseRun(pixels, erased, lines, row, start, at);
      start = at;
      shade = next;
    }
  }
}

/** Erases one row of a line, where it is one along most of its length. */
function eraseRun(pixels: Uint8Array, erased: Uint8Array, lines: Lines, row: number, start: number, end: number): void {
  const { step } = lines;
  const ground = new Int16Array(end - start);
  let thin = 0;
  for (let at = start; at < end; at++) {
    const lighter = groundBeside(pixels, lines, row, at);
    ground[at - start] = lighter;
    if (lighter >= 0) thin++;
    // Even ground is most of a picture: it is given up soon.
    else if ((at - start - thin) * 4 > end - start) return;
  }
  for (let at = start; at < end; at++) {
    const lighter = ground[at - start] ?? -1;
    if (lighter >= 0) erased[row * lines.across + at * step] = lighter;
  }
}

/** The lighter of the shades on both sides of a thin line, -1 where it is not thin or lighter than both. */
function groundBeside(pixels: Uint8Array, { count, step, across }: Lines, row: number, at: number): number {
  const shade = pixels[row * across + at * step] ?? 0;
  let thickness = 1;
  const beside: number[] = [];
  for (const direction of [-1, 1]) {
    for (let other = row + direction; ; other += direction) {
      if (other < 0 || other >= count) return -1;
      const there = pixels[other * across + at * step] ?? 0;
      if (Math.abs(there - shade) > sameShade) {
        beside.push(there);
        break;
      }
      if (++thickness > thickestLine) return -1;
    }
  }
  const lighter = Math.max(...beside);
  return lighter > shade ? lighter : -1;
}
