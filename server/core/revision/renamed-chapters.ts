import type { Catalogue, Requirement } from '../catalogue/catalogue';
import type { Pair } from './matcher';

/**
 * Chapters that only changed their name: all the requirements of the old one that are found again stand in the new one,
 * and nothing of another chapter does.
 * @returns new names by old ones
 */
export function renamedChapters(
  before: Catalogue,
  after: Catalogue,
  pairs: readonly Pair<Requirement>[],
): Map<string, string> {
  const gone = new Set(before.chapters.map(({ name }) => name));
  const come = new Set(after.chapters.map(({ name }) => name));
  for (const name of [...gone]) if (come.delete(name)) gone.delete(name);
  const goesTo = new Map<string, Set<string>>();
  const comesFrom = new Map<string, Set<string>>();
  for (const { before: one, after: two } of pairs) {
    add(goesTo, one.chapter, two.chapter);
    add(comesFrom, two.chapter, one.chapter);
  }
  const renamed = new Map<string, string>();
  for (const name of gone) {
    const [to, other] = goesTo.get(name) ?? [];
    if (to !== undefined && other === undefined && come.has(to) && comesFrom.get(to)?.size === 1) renamed.set(name, to);
  }
  return renamed;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
