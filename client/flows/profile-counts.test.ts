import assert from 'node:assert/strict';
import { addedBy, requirementsWith } from './profile-counts';

describe('what profiles add', () => {
  const scope = {
    profiles: ['A', 'B'],
    always: 10,
    groups: [
      { profiles: ['A'], requirements: 3 },
      { profiles: ['A', 'B'], requirements: 2 },
    ],
  };

  it('counts what two profiles share once', () => {
    assert.equal(requirementsWith(scope, []), 10);
    assert.equal(requirementsWith(scope, ['B']), 12);
    assert.equal(requirementsWith(scope, ['A', 'B']), 15);
    assert.deepEqual(
      scope.profiles.map((one) => addedBy(scope, one)),
      [5, 2],
    );
  });
});
