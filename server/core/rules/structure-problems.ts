import { closestIds } from '../catalogue/closest-ids';
import type { ManifestFile } from '../dossier/dossier';
import type { StructureProblem } from '../manifest/problem';
import { harmlessSlips } from '../manifest/text-slips';

/**
 * The file's problems of these kinds, without those that only follow from a slip of syntax: after one, what the parser
 * makes of the rest of the same section or entry says nothing about what its author meant.
 */
export function structureProblems(
  { parsed }: ManifestFile,
  ...kinds: readonly StructureProblem['kind'][]
): readonly StructureProblem[] {
  const wanted = parsed.problems.filter((problem) => kinds.includes(problem.kind));
  if (wanted.length === 0) return wanted;
  const slips = parsed.problems.filter(
    ({ kind, args }) => kind === 'syntax' && !harmlessSlips.has(String(args['code'])),
  );
  if (slips.length === 0) return wanted;
  const unsure = slips.map((slip) => {
    const block = parsed.blocks.at(parsed.blocks.indexAt(slip.range.start));
    const line = parsed.text.lastIndexOf('\n', slip.range.start - 1) + 1;
    return { start: line, end: Math.max(block?.end ?? 0, slip.range.end) };
  });
  return wanted.filter(
    ({ range }) => !unsure.some((stretch) => range.end > stretch.start && range.start < stretch.end),
  );
}

/**
 * Absent keys (`missingKey`, `noneOf`), without those that are there under a mistyped name: the name is reported, and once
 * is enough.
 */
export function absentKeys(file: ManifestFile, kind: 'missingKey' | 'noneOf'): readonly StructureProblem[] {
  const absent = structureProblems(file, kind);
  if (absent.length === 0) return absent;
  const found = new Set<StructureProblem>();
  const last = new Map<string, StructureProblem>();
  // A mistyped key belongs to the last mapping of its sort that began before it, or with it.
  const inOrder = [...structureProblems(file, kind, 'unknownKey')].sort(
    (a, b) => a.range.start - b.range.start || Number(a.kind === 'unknownKey') - Number(b.kind === 'unknownKey'),
  );
  for (const problem of inOrder) {
    const sort = String(problem.args['in']);
    if (problem.kind !== 'unknownKey') {
      for (const key of keysOf(problem)) last.set(`${sort}\n${key}`, problem);
      continue;
    }
    const [closest] = closestIds(String(problem.args['key']), problem.candidates ?? []);
    const meant = closest === undefined ? undefined : last.get(`${sort}\n${closest}`);
    if (meant) found.add(meant);
  }
  return absent.filter((problem) => !found.has(problem));
}

function keysOf({ args }: StructureProblem): readonly string[] {
  return args['key'] === undefined ? String(args['keys']).split(', ') : [String(args['key'])];
}
