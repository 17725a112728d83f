import { closestIds } from '../catalogue/closest-ids';
import type { ManifestFile } from '../dossier/dossier';
import type { StructureProblem } from '../manifest/problem';
import { harmlessSlips } from '../manifest/text-slips';
import { lastUpTo } from '../text/last-up-to';
import type { OffsetRange } from '../text/offset-range';

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
  const unsure = unsureStretches(parsed, slips);
  const starts = unsure.map(({ start }) => start);
  return wanted.filter(({ range }) => {
    const last = unsure[lastUpTo(starts, range.end - 1)];
    return last === undefined || range.end <= last.start || range.start >= last.end;
  });
}

/** From the line of each slip to the end of its section or entry, in text order; those that touch are one. */
function unsureStretches(parsed: ManifestFile['parsed'], slips: readonly StructureProblem[]): OffsetRange[] {
  const { text, blocks } = parsed;
  const stretches: OffsetRange[] = [];
  for (const { range } of slips) {
    const end = Math.max(blocks.at(blocks.indexAt(range.start))?.end ?? 0, range.end);
    const before = stretches.at(-1);
    // Its line begins no earlier than that of the slip before: of a long line with many slips it is not looked for again.
    if (before && range.start < before.end)
      stretches[stretches.length - 1] = { ...before, end: Math.max(before.end, end) };
    else stretches.push({ start: text.lastIndexOf('\n', range.start - 1) + 1, end });
  }
  return stretches;
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
