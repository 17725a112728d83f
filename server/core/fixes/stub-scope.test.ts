import assert from 'node:assert/strict';
import { requirement, proof, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import { stubCount } from './new-manifest';
import { stubScope } from './stub-scope';

describe('what profiles add', () => {
  const shared = requirement('X.01', [scenario('X.01.01', [proof('X.01.01.01')])], {
    profiles: ['IAM', 'BAL PER-ORG'],
  });
  const catalogue: Catalogue = { ...smallCatalogue, requirements: [...smallCatalogue.requirements, shared] };

  it('sums up to what a dossier with them holds', () => {
    const { profiles, always, groups } = stubScope(catalogue);
    assert.deepEqual(profiles, ['BAL PER-ORG', 'IAM']);
    for (const chosen of [[], ['IAM'], ['BAL PER-ORG'], ['BAL PER-ORG', 'IAM']]) {
      const added = groups.filter((group) => group.profiles.some((one) => chosen.includes(one)));
      const sum = added.reduce((total, { requirements }) => total + requirements, always);
      assert.equal(sum, stubCount(catalogue, chosen), chosen.join());
    }
  });

  it('counts nothing that no profile makes owed', () => {
    const { groups } = stubScope(catalogue);
    assert.ok(!groups.some(({ profiles }) => profiles.length === 0));
    assert.equal(
      groups.reduce((total, { requirements }) => total + requirements, 0),
      3,
    );
  });
});
