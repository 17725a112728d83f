import type { StructureProblem } from '../manifest/problem';
import { readEntries } from '../manifest/read-block';
import { splitBlocks, type TextBlock } from '../manifest/split-blocks';
import { changeBetween } from '../manifest/text-span-change';

/** How many problems there are for which a part of a file is not read. */
export function countUnreadParts(problems: readonly StructureProblem[]): number {
  return problems.filter(({ kind }) => kind === 'syntax' || kind === 'wrongType' || kind === 'duplicateKey').length;
}

/**
 * Slips before and after a change, counted in the entries that it touches, each read by itself. What an
 * alias stands for is not looked at: only for changes that touch no anchor and no alias.
 * @param take whether so many characters may be read
 * @returns undefined when something else than entries changed, or the texts cannot be split
 */
export function unreadPartsOfEntries(
  text: string,
  changed: string,
  take: (characters: number) => boolean,
): { readonly before: number; readonly after: number } | undefined {
  const old = splitBlocks(text);
  const fresh = splitBlocks(changed);
  if (!old || !fresh) return undefined;
  const change = changeBetween(text, changed);
  const delta = change.inserted - change.removed;
  let head = 0;
  while (isSame(old[head], fresh[head], 0) && (old[head]?.end ?? Infinity) <= change.start) head++;
  let tail = 0;
  const rest = Math.min(old.length, fresh.length) - head;
  while (
    tail < rest &&
    isSame(old.at(-1 - tail), fresh.at(-1 - tail), delta) &&
    (old.at(-1 - tail)?.start ?? 0) >= change.start + change.removed
  ) {
    tail++;
  }
  const touched = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)] as const;
  if (!take(touched.flat().reduce((sum, { start, end }) => sum + end - start, 0)))
    return { before: 0, after: Infinity };
  const before = unreadPartsIn(text, touched[0]);
  const after = unreadPartsIn(changed, touched[1]);
  return before === undefined || after === undefined ? undefined : { before, after };
}

function isSame(old: TextBlock | undefined, fresh: TextBlock | undefined, delta: number): boolean {
  return (
    old !== undefined &&
    fresh !== undefined &&
    old.start + delta === fresh.start &&
    old.end + delta === fresh.end &&
    old.kind === fresh.kind &&
    old.section === fresh.section &&
    old.entryIndent === fresh.entryIndent
  );
}

function unreadPartsIn(text: string, blocks: readonly TextBlock[]): number | undefined {
  let slips = 0;
  for (const { start, end, kind, section } of blocks) {
    if (kind !== 'entry') return undefined;
    const { problems } = readEntries(text.slice(start, end), section);
    slips += countUnreadParts(problems.filter(({ args }) => args['code'] !== 'UNKNOWN_ANCHOR'));
  }
  return slips;
}
