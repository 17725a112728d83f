import type { NextPlaceParams } from '../../../../protocol/requests/next-place';
import type { TableRow } from '../../../../protocol/requests/table';
import type { Line } from './lines';

type Wanted = NextPlaceParams['what'];

/** What the commands that go from place to place in the text stop at. */
const stops: Readonly<Record<Wanted, (row: TableRow) => boolean>> = {
  missing: ({ status }) => status === 'toProvide' || status === 'incomplete',
  toReview: ({ status }) => status === 'toReview',
  requested: ({ requested }) => requested === true,
};

export interface NextLine {
  /** Among the lines that were given. */
  readonly index: number;
  /** Which of how many it is, 1-based. */
  readonly number: number;
  readonly total: number;
}

/**
 * The next or previous proof that wants something, around the ends; the one at hand comes last.
 *
 * @param from index of the line at hand
 */
export function nextLine(
  lines: readonly Line[],
  from: number,
  what: Wanted,
  direction: NextPlaceParams['direction'],
): NextLine | undefined {
  const found = lines.flatMap((line, index) =>
    line.kind === 'proof' && line.piece === 0 && stops[what](line.row) ? [index] : [],
  );
  if (found.length === 0) return undefined;
  const at =
    direction === 'next'
      ? found.findIndex((index) => index > from)
      : found.findLastIndex((index) => index < firstLineOf(lines, from));
  const number = at >= 0 ? at : direction === 'next' ? 0 : found.length - 1;
  return { index: found[number] ?? 0, number: number + 1, total: found.length };
}

/** The first line of the proof of a line: those of its other pieces are not before it. */
function firstLineOf(lines: readonly Line[], index: number): number {
  const line = lines[index];
  return line?.kind === 'proof' ? index - line.piece : index;
}
