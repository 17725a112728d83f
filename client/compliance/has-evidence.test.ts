import assert from 'node:assert/strict';
import { hasEvidence } from './has-evidence';

describe('a dossier with evidence', () => {
  const none = { provided: 0, toProvide: 9, incomplete: 0, toReview: 0, total: 9 };

  it('is one in which a proof has some, be it enough or not', () => {
    assert.equal(hasEvidence(undefined), false);
    assert.equal(hasEvidence(none), false);
    for (const more of [{ provided: 1 }, { incomplete: 1 }, { toReview: 1 }])
      assert.equal(hasEvidence({ ...none, ...more }), true);
  });
});
