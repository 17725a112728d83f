import type { ParsedManifest } from '../manifest/parse-manifest';

/**
 * Whether a section may stand behind a fault of syntax, where it was not read: what is missing from it is then not known.
 * @param key its top-level key
 */
export function isLost(key: string, { keys, problems }: ParsedManifest): boolean {
  return problems.some(({ kind }) => kind === 'syntax') && !keys.some(({ value }) => value === key);
}
