import { diffArrays } from 'diff';
import { linesOf } from '../text/lines-of';
import type { Chunk, MergeConflict } from './merged-text';

/** More differences than this between two texts are not worth looking for: they are two texts. */
const mostDifferences = 20_000;

/**
 * Three texts merged line by line, as `git merge-file` does.
 * @param keepBoth what becomes of lines that both changed; without it they are a conflict
 */
export function mergeLines(
  base: string,
  ours: string,
  theirs: string,
  keepBoth?: (ours: readonly string[], theirs: readonly string[]) => readonly string[],
): Chunk[] {
  const [b, o, t] = [linesOf(base), linesOf(ours), linesOf(theirs)];
  const chunks: Chunk[] = [];
  const same = (text: string): void => {
    if (text !== '') chunks.push({ text });
  };
  const differ = (from: readonly string[], left: readonly string[], right: readonly string[]): void => {
    const [was, mine, other] = [from.join(''), left.join(''), right.join('')];
    if (mine === other || other === was) same(mine);
    else if (mine === was) same(other);
    else if (keepBoth) same(keepBoth(left, right).join(''));
    else for (const chunk of narrowed(left, right)) chunks.push(chunk);
  };
  const [toOurs, toTheirs] = [matches(b, o), matches(b, t)];
  if (!toOurs || !toTheirs) {
    differ(b, o, t);
    return chunks;
  }
  let [fromBase, fromOurs, fromTheirs] = [0, 0, 0];
  for (let line = 0; line < b.length; line++) {
    const [mine, other] = [toOurs.get(line), toTheirs.get(line)];
    if (mine === undefined || other === undefined) continue;
    differ(b.slice(fromBase, line), o.slice(fromOurs, mine), t.slice(fromTheirs, other));
    same(b[line] ?? '');
    [fromBase, fromOurs, fromTheirs] = [line + 1, mine + 1, other + 1];
  }
  differ(b.slice(fromBase), o.slice(fromOurs), t.slice(fromTheirs));
  return chunks;
}

/** A conflict without the lines that both begin or end with. */
export function narrowed(
  ours: readonly string[],
  theirs: readonly string[],
  conflict: MergeConflict = { kind: 'lines', path: [] },
): Chunk[] {
  const least = Math.min(ours.length, theirs.length);
  let head = 0;
  while (head < least && ours[head] === theirs[head]) head++;
  let tail = 0;
  while (tail < least - head && ours[ours.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail++;
  const middle = (lines: readonly string[]): string => lines.slice(head, lines.length - tail).join('');
  const chunks: Chunk[] = [];
  if (head > 0) chunks.push({ text: ours.slice(0, head).join('') });
  chunks.push({ ours: middle(ours), theirs: middle(theirs), conflict });
  if (tail > 0) chunks.push({ text: ours.slice(ours.length - tail).join('') });
  return chunks;
}

/** Where the lines of one text are in the other; undefined where too much differs. */
function matches(from: string[], to: string[]): Map<number, number> | undefined {
  const parts = diffArrays(from, to, { maxEditLength: mostDifferences });
  if (!parts) return undefined;
  const found = new Map<number, number>();
  let [left, right] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (added) right += count;
    else if (removed) left += count;
    else for (let index = 0; index < count; index++) found.set(left++, right++);
  }
  return found;
}

/** Lines of comments that both wrote: ours, then those of theirs that ours has not. */
export function bothComments(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const mine = new Set(ours.map((line) => line.trim()));
  return [...ours, ...theirs.filter((line) => !mine.has(line.trim()))];
}
