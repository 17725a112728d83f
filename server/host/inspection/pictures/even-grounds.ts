import type { GreyPicture } from './grey-picture';

/** Darker shades are grounds of light letters, where an area of them is large. */
const darkBelow = 128;
/** From this shade on a ground is as good as white. */
const lightFrom = 236;
/** Smaller areas are letters and marks. Pixels. */
const leastArea = 2500;
/** What is wider and stands on a ground is a field with a ground of its own. Pixels. */
const widestStroke = 64;

/** Pixels beside each other in a row, all dark or all of middle shades. */
interface Run {
  readonly isDark: boolean;
  readonly start: number;
  readonly end: number;
  /** Number of the run that stands for its area, as far as is known: see `areaOf`. */
  parent: number;
  /** Pixels and sum of shades of the area, where the run stands for one. */
  area: number;
  shades: number;
}

/**
 * Makes all grounds white, and all letters on them dark: dark screens, title bars, side bars and buttons with light letters,
 * grey and coloured panels. The recognition parts a picture into black and white at one shade, and would lose them.
 */
export function evenGrounds({ width, height, pixels }: GreyPicture): GreyPicture {
  const runs: Run[] = [];
  /** Where the runs of each row begin in `runs`. */
  const rows: number[] = [];
  for (let y = 0; y < height; y++) {
    rows.push(runs.length);
    findRuns(pixels, y * width, width, runs);
    if (y > 0) joinRows(runs, rows[y - 1] ?? 0, rows[y] ?? 0);
  }
  rows.push(runs.length);
  const even = pixels.slice();
  for (let y = 0; y < height; y++) {
    const ends = new Map<number, number>();
    for (let at = rows[y] ?? 0; at < (rows[y + 1] ?? 0); at++) {
      const run = runs[at];
      const number = areaOf(runs, at);
      const area = runs[number];
      if (!run || !area || area.area < leastArea) continue;
      const last = ends.get(number) ?? -Infinity;
      const start = run.start - last <= widestStroke ? last : run.start;
      whiten(pixels, even, y * width + start, y * width + run.end, area);
      ends.set(number, run.end);
    }
  }
  return { width, height, pixels: even };
}

function findRuns(pixels: Uint8Array, base: number, width: number, runs: Run[]): void {
  let start = 0;
  let kind = kindOf(pixels[base] ?? 255);
  let shades = 0;
  for (let x = 0; x <= width; x++) {
    const shade = pixels[base + x] ?? 255;
    const next = x < width ? kindOf(shade) : 'end';
    if (next !== kind) {
      if (kind !== 'light')
        runs.push({ isDark: kind === 'dark', start, end: x, parent: runs.length, area: x - start, shades });
      if (next === 'end') return;
      kind = next;
      start = x;
      shades = 0;
    }
    shades += shade;
  }
}

function kindOf(shade: number): 'dark' | 'middle' | 'light' {
  if (shade < darkBelow) return 'dark';
  return shade < lightFrom ? 'middle' : 'light';
}

/** Makes one area of runs of two rows that touch. @param above where the upper row begins @param here where the lower does */
function joinRows(runs: Run[], above: number, here: number): void {
  let upper = above;
  let lower = here;
  while (upper < here && lower < runs.length) {
    const [one, other] = [runs[upper], runs[lower]];
    if (!one || !other) return;
    if (one.isDark === other.isDark && one.start < other.end && other.start < one.end) join(runs, upper, lower);
    if (one.end < other.end) upper++;
    else lower++;
  }
}

function join(runs: Run[], one: number, other: number): void {
  const [first, second] = [areaOf(runs, one), areaOf(runs, other)];
  const [kept, joined] = [runs[first], runs[second]];
  if (!kept || !joined || first === second) return;
  joined.parent = first;
  kept.area += joined.area;
  kept.shades += joined.shades;
}

/** The run that stands for the area of another; the way to it is made shorter. */
function areaOf(runs: Run[], at: number): number {
  let root = at;
  for (let run = runs[root]; run && run.parent !== root; run = runs[root]) {
    run.parent = runs[run.parent]?.parent ?? run.parent;
    root = run.parent;
  }
  return root;
}

/** From the shade of the ground to white, and from what stands out most to black. */
function whiten(pixels: Uint8Array, even: Uint8Array, from: number, to: number, { isDark, area, shades }: Run): void {
  const mean = shades / area;
  const scale = 255 / (isDark ? 255 - mean : mean);
  for (let at = from; at < to; at++) {
    const shade = pixels[at] ?? 0;
    even[at] = Math.min(255, Math.round((isDark ? 255 - shade : shade) * scale));
  }
}
