import type { ParsedManifest } from '../../manifest/parse-manifest';
import { fileNameOf } from '../../text/file-name';
import { stableKey } from '../plan/stable-keys';

/** A dossier whose events stand in a calendar. */
export interface InCalendar {
  /** What it is about, wherever it is and whatever the folder that the command runs in. */
  readonly identity: readonly string[];
  /** Where it is, as shown. */
  readonly file: string;
}

/** What tells a dossier from others in calendars. @param uri of its main manifest */
export function calendarIdentity(uri: string, { dossier, software }: ParsedManifest): readonly string[] {
  return [fileNameOf(uri), dossier?.facts.dispositif?.value ?? '', software?.facts.name?.value ?? ''];
}

/** What tells the dossiers apart in a calendar; the path only where nothing else does. */
export function calendarNames<T extends InCalendar>(dossiers: readonly T[]): Map<T, string> {
  const keys = new Map(dossiers.map((each) => [each, stableKey(each.identity)]));
  const [seen, ambiguous] = [new Set<string>(), new Set<string>()];
  for (const key of keys.values()) (seen.has(key) ? ambiguous : seen).add(key);
  return new Map(
    [...keys].map(([each, key]) => [each, ambiguous.has(key) ? stableKey([...each.identity, each.file]) : key]),
  );
}
