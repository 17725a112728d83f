import type { GreyPicture } from './grey-picture';

/** Darker shades are ground that light letters stand on, where an area of them is large. */
const darkBelow = 128;
/** Smaller areas are letters and marks. Pixels. */
const leastArea = 2500;
/** What is wider and stands on a dark ground is a field with a ground of its own. Pixels. */
const widestStroke = 64;

/** Dark pixels beside each other in a row. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Number of the run that stands for its area, as far as is known: see `areaOf`. */
  parent: number;
  /** Pixels of the area, where the run stands for one. */
  area: number;
}

/**
 * Turns light letters on dark grounds into dark letters on light grounds: whole dark screens, as well as title bars, side bars
 * and buttons of light ones. A light field on a dark ground stays as it is.
 */
export function invertDarkAreas({ width, height, pixels }: GreyPicture): GreyPicture {
  const runs: Run[] = [];
  /** Where the runs of each row begin in `runs`. */
  const rows: number[] = [];
  for (let y = 0; y < height; y++) {
    rows.push(runs.length);
    findRuns(pixels, y * width, width, runs);
    if (y > 0) joinRows(runs, rows[y - 1] ?? 0, rows[y] ?? 0);
  }
  rows.push(runs.length);
  const turned = pixels.slice();
  for (let y = 0; y < height; y++) {
    let last: { readonly area: number; readonly end: number } | undefined;
    for (let at = rows[y] ?? 0; at < (rows[y + 1] ?? 0); at++) {
      const run = runs[at];
      const area = areaOf(runs, at);
      if (!run || (runs[area]?.area ?? 0) < leastArea) continue;
      const isSame = last?.area === area && run.start - last.end <= widestStroke;
      invert(turned, y * width + (isSame && last ? last.end : run.start), y * width + run.end);
      last = { area, end: run.end };
    }
  }
  return { width, height, pixels: turned };
}

function findRuns(pixels: Uint8Array, base: number, width: number, runs: Run[]): void {
  let start = -1;
  for (let x = 0; x <= width; x++) {
    const isDark = x < width && (pixels[base + x] ?? 255) < darkBelow;
    if (isDark && start < 0) start = x;
    if (isDark || start < 0) continue;
    runs.push({ start, end: x, parent: runs.length, area: x - start });
    start = -1;
  }
}

/** Makes one area of runs of two rows that touch. @param above where the upper row begins @param here where the lower does */
function joinRows(runs: Run[], above: number, here: number): void {
  let upper = above;
  let lower = here;
  while (upper < here && lower < runs.length) {
    const [one, other] = [runs[upper], runs[lower]];
    if (!one || !other) return;
    if (one.start < other.end && other.start < one.end) join(runs, upper, lower);
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

function invert(pixels: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) pixels[at] = 255 - (pixels[at] ?? 0);
}
