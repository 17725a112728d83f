import type { Versions } from './merge-trees';
import type { MergedYaml } from './merge-yaml';
import { writeChunks, type SideNames } from './merged-text';

/**
 * Asks about a whole file of which one side has nothing left: it was cut off, more often than it was emptied, and what the other
 * side did not change would go without a word.
 * @returns undefined where something is left on both sides, or on neither
 */
export function mergeEmptied(
  { base, ours, theirs }: Versions<string> & { readonly base: string },
  names: SideNames,
): MergedYaml | undefined {
  if (saysNothing(base) || saysNothing(ours) === saysNothing(theirs)) return undefined;
  const conflict = { kind: 'emptied', path: [], removedBy: saysNothing(ours) ? 'ours' : 'theirs' } as const;
  return { ...writeChunks([{ ours, theirs, conflict }], names), by: 'entries' };
}

/** No line but blank ones and comments. */
function saysNothing(text: string): boolean {
  return text.split(/\r\n?|\n/).every((line) => /^\s*(?:#|$)/.test(line));
}
