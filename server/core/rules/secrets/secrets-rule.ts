import type { EvidenceFile } from '../../evidence/evidence-file';
import type { SecretKind, SecretSighting } from '../../evidence/find-secrets';
import type { Effect } from '../../findings/finding';
import type { Locale } from '../../messages/say';
import { factsOf } from '../cited-files';
import { onEveryPath } from '../cited-paths';
import { clipList } from '../clip';
import type { Rule } from '../rule';
import { withPlace } from '../sighting-place';

/** Secrets that a message names. */
const mostShown = 3;

/** Visits every file that a dossier cites, and reports the secrets of some kinds in it. Messages say where, never what. */
export function secretsRule(
  kinds: readonly SecretKind[],
  effect: Effect,
): Required<Pick<Rule, 'requirement' | 'scenario' | 'evidence' | 'dossier'>> {
  const seenIn = (file: EvidenceFile | undefined, today: string) => {
    const all = file?.state === 'file' ? (file.inspection?.secrets ?? []) : [];
    const found = all.filter(({ kind, until }) => kinds.includes(kind) && !(until !== undefined && until < today));
    return found.length === 0 ? undefined : { seenFr: listed(found, 'fr'), seenEn: listed(found, 'en') };
  };
  return onEveryPath((path, targetOf, report, context) => {
    const seen = seenIn(factsOf(path, context), context.today);
    if (seen) report(path.range, 'found', { path: path.value, ...seen }, { effect, target: targetOf() });
  });
}

function listed(found: readonly SecretSighting[], locale: Locale): string {
  return clipList(
    found.map((one) => withPlace(one.form, one, locale)),
    mostShown,
  );
}
