import { normaliseId } from '../catalogue/identifiers';
import type { EvidenceItem } from '../manifest/facts';
import { clipList } from './clip';
import type { EvidenceContext, Report } from './rule';
import { suggest } from './suggestions';
import { proofTarget } from './target';

/**
 * Reports the test case of an item where the proof names test cases and this is none of them; message `other`, or
 * `otherClose` with a proposal. Case and spaces are forgiven.
 */
export function checkTestCase({ testCase }: EvidenceItem, report: Report, { proof }: EvidenceContext): void {
  const expected = proof.proof?.testCases ?? [];
  if (!testCase || testCase.value.trim() === '' || expected.length === 0) return;
  const written = normaliseId(testCase.value);
  if (expected.some((one) => normaliseId(one) === written)) return;
  const near = suggest('other', testCase.value, expected);
  const args = {
    case: testCase.value,
    proof: proof.proof?.id ?? '',
    expected: clipList(expected),
    ...near.args,
  };
  report(testCase.range, near.message, args, { ...near.more, effect: 'review', target: proofTarget(proof) });
}
