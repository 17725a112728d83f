import { firstVersions, gitConflicts, hasConflictMarker } from '../text/conflict-markers';
import { lineCounter } from '../text/line-counter';
import { hasOddSpace, oddSpacesAround, withSpaces } from '../text/odd-spaces';
import type { OffsetRange } from '../text/offset-range';
import type { StructureProblem } from './problem';

/** Codes of slips that are seen in the text, beside those of the YAML parser. */
export type TextSlip = 'CONFLICT' | 'CONFLICT_MARKER' | 'ODD_SPACE' | 'MERGE_KEY';

/** After them the rest is read as if they were not there: they hide nothing. */
export const harmlessSlips: ReadonlySet<string> = new Set<TextSlip>(['CONFLICT', 'CONFLICT_MARKER', 'MERGE_KEY']);

/**
 * Slips of a block that its tree does not tell: markers of a conflict, and odd spaces where something could not be read
 * around them. (Elsewhere a no-break space is part of a text.)
 */
export function textSlips(text: string, problems: readonly StructureProblem[]): StructureProblem[] {
  const found: StructureProblem[] = [];
  if (hasConflictMarker(text)) found.push(slip('CONFLICT_MARKER', { start: 0, end: 1 }));
  if (problems.length === 0 || !hasOddSpace(text)) return found;
  const unread = problems.filter(
    ({ kind, args }) => kind === 'wrongType' || (kind === 'syntax' && args['code'] !== 'ODD_SPACE'),
  );
  const places = oddSpacesAround(
    text,
    unread.map(({ range }) => range),
  );
  return [...found, ...places.map((place) => slip('ODD_SPACE', place))];
}

/** A text read as its author means it. */
export interface MendedText {
  /** As long as the text, everything in its place. */
  readonly text: string;
  readonly problems: readonly StructureProblem[];
}

/** Conflicts of one file that are told: as one of them is resolved, the next one is. No merge of people leaves so many. */
export const mostConflicts = 1000;

/** The text without its conflicts; undefined where it has none. */
export function withoutConflicts(text: string): MendedText | undefined {
  const conflicts = gitConflicts(text);
  if (conflicts.length === 0) return undefined;
  // The ends of conflicts are in the order of their beginnings: lines are counted once for all of them.
  const lineOf = lineCounter(text, 1);
  const problems = conflicts
    .slice(0, mostConflicts)
    .map(({ marker, range, partial }) =>
      partial
        ? slip('CONFLICT_MARKER', marker, { marker: text.slice(marker.start, marker.start + 7) })
        : slip('CONFLICT', marker, { line: lineOf(range.end) }),
    );
  return { text: firstVersions(text, conflicts), problems };
}

/** The text with spaces for the odd ones among the problems; undefined where there is none. */
export function withoutOddSpaces(text: string, problems: readonly StructureProblem[]): MendedText | undefined {
  const places = new Map<number, StructureProblem>();
  for (const problem of problems) if (problem.args['code'] === 'ODD_SPACE') places.set(problem.range.start, problem);
  if (places.size === 0) return undefined;
  const odd = [...places.values()];
  const mended = withSpaces(
    text,
    odd.map(({ range }) => range),
  );
  return { text: mended, problems: odd };
}

/** Whether git has a merge to finish in the text. */
export function hasConflict({ problems }: { readonly problems: readonly StructureProblem[] }): boolean {
  return problems.some(({ args }) => args['code'] === 'CONFLICT' || args['code'] === 'CONFLICT_MARKER');
}

function slip(code: TextSlip, range: OffsetRange, args: StructureProblem['args'] = {}): StructureProblem {
  return { kind: 'syntax', range, args: { code, detail: code, ...args } };
}
