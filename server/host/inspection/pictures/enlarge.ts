import type { GreyPicture } from './grey-picture';

/** Twice as wide and high. New pixels are weighed from their neighbours (bilinear), so that strokes stay smooth. */
export function enlarge({ width, height, pixels }: GreyPicture): GreyPicture {
  const wide = new Uint8Array(width * 2 * height);
  for (let y = 0; y < height; y++) double(pixels, y * width, 1, width, wide, y * width * 2, 1);
  const large = new Uint8Array(width * 2 * height * 2);
  for (let x = 0; x < width * 2; x++) double(wide, x, width * 2, height, large, x, width * 2);
  return { width: width * 2, height: height * 2, pixels: large };
}

/** One row or column: each pixel becomes two, a quarter of a pixel before and after its middle. */
function double(
  from: Uint8Array,
  start: number,
  step: number,
  count: number,
  to: Uint8Array,
  toStart: number,
  toStep: number,
): void {
  let before = from[start] ?? 0;
  let here = before;
  for (let at = 0; at < count; at++) {
    const after = at + 1 < count ? (from[start + (at + 1) * step] ?? 0) : here;
    to[toStart + 2 * at * toStep] = (before + 3 * here + 2) >> 2;
    to[toStart + (2 * at + 1) * toStep] = (after + 3 * here + 2) >> 2;
    before = here;
    here = after;
  }
}
