import { diffArrays } from 'diff';
import { linesOf } from '../text/lines-of';
import type { Chunk, MergeConflict } from './merged-text';

/** More differences than this are not looked for one by one: the time for it grows with their square. */
const mostDifferences = 500;

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
  let [fromBase, fromOurs, fromTheirs] = [0, 0, 0];
  for (const [line, text] of b.entries()) {
    const [mine, other] = [toOurs.get(line), toTheirs.get(line)];
    if (mine === undefined || other === undefined) continue;
    differ(b.slice(fromBase, line), o.slice(fromOurs, mine), t.slice(fromTheirs, other));
    same(text);
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

/** Where the lines of one text are in the other, in one order. */
function matches(from: readonly string[], to: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  const match = (left: number, leftEnd: number, right: number, rightEnd: number): void => {
    const [before, after] = [from.slice(left, leftEnd), to.slice(right, rightEnd)];
    const parts = diffArrays(before, after, { maxEditLength: mostDifferences });
    if (parts) {
      let [own, other] = [left, right];
      for (const { added, removed, count } of parts) {
        if (added) other += count;
        else if (removed) own += count;
        else for (let index = 0; index < count; index++) found.set(own++, other++);
      }
      return;
    }
    const anchors = onlyLines(before, after);
    let [own, other] = [left, right];
    for (const [one, itself] of anchors) {
      match(own, left + one, other, right + itself);
      found.set(left + one, right + itself);
      [own, other] = [left + one + 1, right + itself + 1];
    }
    if (anchors.length > 0) match(own, leftEnd, other, rightEnd);
  };
  match(0, from.length, 0, to.length);
  return found;
}

/** A line that both texts have once, and the one before it in the same order. */
interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly before: Anchor | undefined;
}

/** The lines that either text has only once, as many as stand in the same order in both: where they are in each. */
function onlyLines(from: readonly string[], to: readonly string[]): (readonly [number, number])[] {
  const there = placesOfOnly(to);
  /** At each length the run that ends first. */
  const runs: Anchor[] = [];
  for (const [line, left] of placesOfOnly(from)) {
    const right = there.get(line);
    if (right === undefined) continue;
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = runs[middle];
      if (run && run.right < right) low = middle + 1;
      else high = middle;
    }
    runs[low] = { left, right, before: runs[low - 1] };
  }
  const anchors: (readonly [number, number])[] = [];
  for (let anchor = runs.at(-1); anchor; anchor = anchor.before) anchors.push([anchor.left, anchor.right]);
  return anchors.reverse();
}

function placesOfOnly(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    else places.set(line, index);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

/** Lines of comments that both wrote: ours, then those of theirs that ours has not. */
export function bothComments(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const mine = new Set(ours.map((line) => line.trim()));
  return [...ours, ...theirs.filter((line) => !mine.has(line.trim()))];
}
