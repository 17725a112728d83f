import assert from 'node:assert/strict';
import { proof, requirement, scenario } from '../../../test/kit/small-catalogue';
import { stateByCatalogue } from './catalogue-state';
import type { Applicability } from './applicability';

const bare = requirement('R.1', [scenario('R.1.01', [])]);
const proved = requirement('R.2', [scenario('R.2.01', []), scenario('R.2.02', [proof('R.2.02.01')])]);
const core = scenario('S.1', [proof('S.1.01')]);
const silent = scenario('S.2', []);

describe('what the catalogue alone says of a requirement', () => {
  it('nothing where its own proofs decide: they are owed', () => {
    for (const coveredBy of [[], [core], [silent]])
      for (const state of ['complet', 'partiel'] as const)
        assert.equal(stateByCatalogue(proved, 'applies', coveredBy, state), undefined);
  });

  it('that a scenario which shows something covers it, and no other does', () => {
    assert.equal(stateByCatalogue(bare, 'applies', [silent, core], 'complet'), 'covered');
    assert.equal(stateByCatalogue(bare, 'applies', [silent], 'complet'), 'requiredWithoutProof');
  });

  it('that what is required without proof is only known of a whole REM', () => {
    assert.equal(stateByCatalogue(bare, 'applies', [], 'complet'), 'requiredWithoutProof');
    for (const state of ['partiel', 'a_importer'] as const)
      assert.equal(stateByCatalogue(bare, 'applies', [], state), 'unknown');
  });

  it('that a recommendation expects nothing, shown by others or not', () => {
    assert.equal(stateByCatalogue(proved, 'recommended', [], 'complet'), 'nothingExpected');
    assert.equal(stateByCatalogue(proved, 'recommended', [core], 'complet'), 'nothingExpected');
    assert.equal(stateByCatalogue(bare, 'recommended', [], 'partiel'), 'nothingExpected');
    assert.equal(stateByCatalogue(bare, 'recommended', [core], 'complet'), 'covered');
  });

  it('that what is for others, or withdrawn, does not apply, and what is not known is not known', () => {
    const said: readonly [Applicability, string][] = [
      ['otherProfile', 'notApplicable'],
      ['removed', 'notApplicable'],
      ['unknown', 'unknown'],
    ];
    for (const [applies, state] of said)
      for (const one of [bare, proved]) assert.equal(stateByCatalogue(one, applies, [core], 'complet'), state);
  });
});
