import assert from 'node:assert/strict';
import { requirement, scenario } from '../../../test/kit/small-catalogue';
import type { RequirementCompliance } from './compliance';
import { requirementStatus } from './requirement-words';
import { isUncounted, noCounts, rollUp, uncounted, type Status } from './status';

describe('a status', () => {
  it('is counted where a proof is there or owed, and in no other', () => {
    const counted: readonly Status[] = ['incomplete', 'toReview', 'toProvide', 'provided'];
    for (const status of counted) assert.equal(isUncounted(status), false, status);
    for (const status of uncounted) assert.equal(isUncounted(status), true, status);
  });

  it('of a whole without parts expects nothing', () => {
    assert.equal(rollUp([]), 'nothingExpected');
    assert.equal(rollUp(['provided', 'toReview', 'incomplete', 'toProvide']), 'incomplete');
  });

  it('names each scenario that covers a requirement, and where they stand', () => {
    const coveredBy = [scenario('SCN_A', []), scenario('SCN_B', [])];
    const one: RequirementCompliance = {
      ...{ requirement: requirement('R.1', []), applicability: 'applies', status: 'covered', weighs: 'toProvide' },
      ...{ counts: noCounts, entries: [], scenarios: [], coveredBy },
    };
    const said = requirementStatus(one, 'fr');
    assert.match(said, /SCN_A, SCN_B/);
    assert.match(said, /à fournir/);
    assert.doesNotMatch(requirementStatus({ ...one, status: 'toProvide' }, 'fr'), /SCN_A/);
  });
});
