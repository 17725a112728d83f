import type { Catalogue, Requirement } from '../../catalogue/catalogue';

const kept = new WeakMap<Catalogue, ReadonlyMap<string, readonly Requirement[]>>();

/** The requirements of a chapter, in the order of the REM; none of a chapter that it does not have. */
export function requirementsOfChapter(catalogue: Catalogue, name: string): readonly Requirement[] {
  let chapters = kept.get(catalogue);
  if (!chapters) kept.set(catalogue, (chapters = byChapter(catalogue.requirements)));
  return chapters.get(name) ?? [];
}

function byChapter(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Requirement[]> {
  const chapters = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const list = chapters.get(requirement.chapter);
    if (list) list.push(requirement);
    else chapters.set(requirement.chapter, [requirement]);
  }
  return chapters;
}
