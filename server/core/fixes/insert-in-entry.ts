import type { Dossier } from '../dossier/dossier';
import type { Finding } from '../findings/finding';
import type { OffsetRange } from '../text/offset-range';
import type { Fix } from './fix';
import { insertUnder } from './insert-under';
import { manifestFile } from './manifest-text';
import type { Stub } from './stub';
import type { Trials } from './trials';
import { leavesReadable } from './verified';

/**
 * A fix that writes a key somewhere in the requirement (or core-business scenario) entry in which a finding stands.
 * @param path keys to go down from the entry; made where they are missing
 * @param after keys beside the new one that it comes after
 * @param trials what finding the place and trying the fix may cost
 */
export function insertInEntry(
  finding: Finding,
  dossier: Dossier,
  path: readonly string[],
  stub: Stub,
  after: readonly string[],
  fix: Omit<Fix, 'edits'>,
  trials?: Trials,
): Fix[] {
  const parsed = manifestFile(dossier, finding.uri)?.parsed;
  if (!parsed) return [];
  let entry: OffsetRange | undefined;
  for (const { base, facts } of [...parsed.requirements, ...parsed.coreScenarios]) {
    const range = { start: base + facts.range.start, end: base + facts.range.end };
    if (range.start <= finding.range.start && finding.range.end <= range.end) entry = range;
  }
  // The entry is read once to find the place, and again to try the fix.
  if (entry && trials?.take(entry.end - entry.start) === false) return [];
  const edit = entry && insertUnder({ uri: finding.uri, text: parsed.text, entry, path, stub, after });
  if (!edit) return [];
  const whole = { ...fix, edits: [edit] };
  return leavesReadable(whole, dossier, trials) ? [whole] : [];
}
