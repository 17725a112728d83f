import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import { proofChoices, slotOf } from './proof-choices';

function node(kind: ViewNode['kind'], id: string, children: readonly ViewNode[] = []): ViewNode {
  return { id: `${kind}:${id}`, kind, label: id, status: 'toProvide', statusLabel: 'à fournir', children };
}

const given: ViewNode = { ...node('proof', 'a.01.02'), status: 'provided', statusLabel: 'fournie' };
const scenario = node('scenario', 'a.01', [
  node('proof', 'a.01.01', [{ ...node('evidence', 'x.png'), id: 'evidence:0:x.png' }]),
  given,
]);
const requirement = node('requirement', 'a', [scenario]);
const core = node('scenario', 'SCN_b/01', [node('proof', 'SCN_b/01.01')]);
const root = node('dossier', 'd', [node('chapter', 'A', [requirement]), node('chapter', 'cœur', [core])]);

describe('proofs to attach to', () => {
  it('are all of the tree, with what leads to them', () => {
    assert.deepEqual(
      proofChoices({ root }).map(({ slot, above, isOpen }) => [slot, above, isOpen]),
      [
        [{ proof: 'a.01.01', scenario: 'a.01', requirement: 'a' }, 'a, a.01', true],
        [{ proof: 'a.01.02', scenario: 'a.01', requirement: 'a' }, 'a, a.01', false],
        [{ proof: 'SCN_b/01.01', scenario: 'SCN_b/01' }, 'SCN_b/01', true],
      ],
    );
  });

  it('say what the requirement asks, or the core-business scenario', () => {
    assert.deepEqual(
      proofChoices({ root }).map(({ asks }) => asks),
      ['a', 'a', 'SCN_b/01'],
    );
  });

  it('are the one of a row, or below it; of a piece, the one that it is under', () => {
    const [proof] = scenario.children;
    assert.ok(proof);
    const [evidence] = proof.children;
    assert.ok(evidence);
    const expected = { proof: 'a.01.01', scenario: 'a.01', requirement: 'a' };
    assert.deepEqual(slotOf([proof, scenario, requirement, root]), expected);
    assert.deepEqual(slotOf([evidence, proof, scenario, requirement, root]), expected);
    assert.deepEqual(slotOf([scenario, requirement, root]), { proof: 'a.01', scenario: 'a.01', requirement: 'a' });
    assert.deepEqual(slotOf([requirement, root]), { proof: 'a', requirement: 'a' });
    assert.equal(slotOf([node('chapter', 'A'), root]), undefined);
  });
});
