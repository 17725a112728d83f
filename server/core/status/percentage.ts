/**
 * A part of a whole in whole percent, for people: 100 only when all of it is there, 0 only when nothing is.
 * @returns 0 to 100; undefined when there is no whole
 */
export function percentage(part: number, whole: number): number | undefined {
  if (whole <= 0) return undefined;
  if (part <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}
