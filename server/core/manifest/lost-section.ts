import type { ParsedManifest } from './parse-manifest';
import type { StructureProblem } from './problem';

/**
 * Whether a section may stand behind a fault of syntax, where it was not read: what is missing from it is then not known.
 * @param key its top-level key
 */
export function isLost(key: string, { keys, problems }: ParsedManifest): boolean {
  return problems.some(({ kind }) => kind === 'syntax') && !keys.some(({ value }) => value === key);
}

/** Problems because of which something that is written may not have been read. */
const hiding: ReadonlySet<StructureProblem['kind']> = new Set(['syntax', 'unknownKey', 'wrongType', 'duplicateKey']);

/**
 * Whether something in a section, or all of it, was not read: what is missing from it may well be written there.
 * @param key its top-level key
 */
export function isReadInPart(key: string, parsed: ParsedManifest): boolean {
  const start = parsed.keys.find(({ value }) => value === key)?.range.start;
  if (start === undefined) return isLost(key, parsed);
  const end = Math.min(Infinity, ...parsed.keys.flatMap(({ range }) => (range.start > start ? [range.start] : [])));
  return parsed.problems.some(({ kind, range }) => hiding.has(kind) && range.start >= start && range.start < end);
}
