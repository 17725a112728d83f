import { firstVersions, gitConflicts } from './conflict-markers';
import { lineCounter } from './line-counter';
import { oddSpacesAround, withSpaces } from './odd-spaces';
import type { OffsetRange } from './offset-range';

/** A slip of a text that hides what its author means. */
export interface TextSlip {
  readonly kind: 'conflict' | 'oddSpace';
  readonly range: OffsetRange;
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads a text; where something is wrong, as if it had no conflict of git and ordinary spaces for no-break ones. For files
 * that are small or rarely wrong: what is wrong is read up to three times.
 * @param faultsOf how many things are wrong: odd spaces count unless there are more without them
 * @returns what was read, and the slips that it was read without, one a line
 */
export function readMended<T>(
  text: string,
  read: (text: string) => T,
  faultsOf: (reading: T) => number,
): { readonly reading: T; readonly slips: readonly TextSlip[] } {
  let reading = read(text);
  let present = text;
  if (faultsOf(reading) === 0) return { reading, slips: [] };
  const conflicts = gitConflicts(text);
  const slips = slipsAt(
    text,
    'conflict',
    conflicts.map(({ marker }) => marker),
  );
  if (conflicts.length > 0) {
    present = firstVersions(text, conflicts);
    reading = read(present);
  }
  const places = faultsOf(reading) > 0 ? oddSpacesAround(present, [{ start: 0, end: present.length }]) : [];
  if (places.length > 0) {
    const mended = read(withSpaces(present, places));
    if (faultsOf(mended) <= faultsOf(reading)) {
      reading = mended;
      const lines = new Set<number>();
      for (const slip of slipsAt(text, 'oddSpace', places)) {
        if (!lines.has(slip.line)) slips.push(slip);
        lines.add(slip.line);
      }
    }
  }
  return { reading, slips };
}

/** @param ranges in their order: lines are counted once for all of them */
function slipsAt(text: string, kind: TextSlip['kind'], ranges: readonly OffsetRange[]): TextSlip[] {
  const lineOf = lineCounter(text, 1);
  return ranges.map((range) => ({ kind, range, line: lineOf(range.start) }));
}
