import { pathMatcher } from '../text/path-pattern';
import type { Dossier } from './dossier';
import { isReadWhole } from './manifest-citations';

/** Whether every manifest of the dossier is there and was understood: what is not read may cite anything. */
export function isWholeDossier({ main, fragments, unread }: Dossier): boolean {
  if (unread.length > 0) return false;
  if (![main, ...fragments].every(({ parsed }) => isReadWhole(parsed))) return false;
  const patterns = main.parsed.dossier?.facts.fragments ?? [];
  return patterns.every(({ value }) => {
    const matches = pathMatcher([value]);
    return fragments.some(({ path }) => matches(path));
  });
}
