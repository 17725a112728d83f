import type { Dossier } from '../dossier/dossier';
import type { Finding } from '../findings/finding';
import type { OffsetRange } from '../text/offset-range';
import type { Fix } from './fix';
import { insertUnder } from './insert-under';
import { manifestFile } from './manifest-text';
import type { Stub } from './stub';
import { leavesReadable } from './verified';

/**
 * A fix that writes a key somewhere in the requirement (or core-business scenario) entry in which a finding stands.
 * @param path keys to go down from the entry; made where they are missing
 * @param after keys beside the new one that it comes after
 */
export function insertInEntry(
  finding: Finding,
  dossier: Dossier,
  path: readonly string[],
  stub: Stub,
  after: readonly string[],
  fix: Omit<Fix, 'edits'>,
): Fix[] {
  const parsed = manifestFile(dossier, finding.uri)?.parsed;
  if (!parsed) return [];
  let entry: OffsetRange | undefined;
  for (const { base, facts } of [...parsed.requirements, ...parsed.coreScenarios]) {
    const range = { start: base + facts.range.start, end: base + facts.range.end };
    if (range.start <= finding.range.start && finding.range.end <= range.end) entry = range;
  }
  const edit = entry && insertUnder({ uri: finding.uri, text: parsed.text, entry, path, stub, after });
  if (!edit) return [];
  const whole = { ...fix, edits: [edit] };
  return leavesReadable(whole, dossier) ? [whole] : [];
}
