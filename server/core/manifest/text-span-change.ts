/** One replacement of a stretch of text: `removed` characters at `start` became `inserted` others. */
export interface TextSpanChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The smallest single replacement that makes one text into the other. */
export function changeBetween(before: string, after: string): TextSpanChange {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shortest - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, removed: before.length - start - tail, inserted: after.length - start - tail };
}

/** Several replacements, each in the text that the one before left, as one that covers them all. */
export function combineChanges(changes: readonly TextSpanChange[]): TextSpanChange | undefined {
  let all: TextSpanChange | undefined;
  for (const change of changes) all = all ? cover(all, change) : change;
  return all;
}

function cover(first: TextSpanChange, next: TextSpanChange): TextSpanChange {
  const start = Math.min(first.start, next.start);
  // Both ends, in the text between the two replacements.
  const end = Math.max(first.start + first.inserted, next.start + next.removed);
  const removed = end - start - first.inserted + first.removed;
  const inserted = end - start - next.removed + next.inserted;
  return { start, removed, inserted };
}
