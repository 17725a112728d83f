import { variantSeparator, type SharedItem } from '../dossier/shared-evidence';
import type { Related } from '../findings/finding';
import type { Located } from '../text/offset-range';
import { shift } from '../text/offset-range';
import type { ReportIn } from './rule';
import { proofTarget } from './target';

/**
 * Reports the second and later items of a group whose test cases have nothing in common with those of the first: one run is
 * of one test case. Message `other`, and `first` for the place of the first.
 * @param valueOf the link or number that they share
 */
export function reportSharedRun(
  group: readonly SharedItem[],
  valueOf: (one: SharedItem) => Located<string> | undefined,
  report: ReportIn,
): void {
  const [first] = group;
  const firstValue = first && valueOf(first);
  if (!firstValue) return;
  const firstCases = casesOf(first);
  const related: Related = {
    uri: first.uri,
    range: shift(firstValue.range, first.base),
    message: 'first',
    args: { cases: firstCases.join(', ') },
  };
  for (const other of group.slice(1)) {
    const value = valueOf(other);
    const cases = casesOf(other);
    if (!value || cases.some((one) => firstCases.includes(one))) continue;
    const args = { value: value.value, cases: cases.join(', '), firstCases: firstCases.join(', ') };
    const more = { effect: 'review' as const, target: proofTarget(other.proof), related: [related] };
    report(other.uri, shift(value.range, other.base), 'other', args, more);
  }
}

function casesOf({ variant }: SharedItem): readonly string[] {
  return variant.split(variantSeparator);
}
