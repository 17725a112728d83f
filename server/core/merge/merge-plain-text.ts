import { mergeLines } from './merge-lines';
import type { MergedYaml } from './merge-yaml';
import { writeChunks, type SideNames } from './merged-text';

/** Merges any text line by line, as git does: every sign of it stays. */
export function mergePlainText(base: string, ours: string, theirs: string, names: SideNames): MergedYaml {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [], by: 'lines' };
  if (ours === base) return { text: theirs, conflicts: [], by: 'lines' };
  return { ...writeChunks(mergeLines(base, ours, theirs), names), by: 'lines' };
}
