import assert from 'node:assert/strict';
import { proof, requirement, scenario } from '../../../test/kit/small-catalogue';
import { applicability, concerns } from './applicability';

const none = new Set<string>();
const iam = new Set(['IAM']);
const of = (profiles: readonly string[], declared: ReadonlySet<string>) =>
  applicability(requirement('R.1', [], { profiles }), declared);

describe('what concerns a dossier', () => {
  it('is what any of its profiles asks for, and always what every software does', () => {
    assert.equal(of(['Général'], none), 'applies');
    assert.equal(of(['IAM'], none), 'otherProfile');
    assert.equal(of(['IAM'], iam), 'applies');
    // One of several is enough, in whatever order they are named.
    for (const profiles of [
      ['Général', 'IAM'],
      ['IAM', 'Général'],
    ])
      assert.equal(of(profiles, none), 'applies');
    for (const profiles of [
      ['IAM', 'BAL PER-ORG'],
      ['BAL PER-ORG', 'IAM'],
    ]) {
      assert.equal(of(profiles, iam), 'applies');
      assert.equal(of(profiles, none), 'otherProfile');
    }
    assert.equal(of([], iam), 'unknown');
  });

  it('is said of core-business scenarios alike, but for those that name no profile: they are for all', () => {
    const core = (...profiles: string[]) => scenario('S.1', [proof('S.1.01')], { profiles });
    assert.equal(concerns(core(), none), true);
    assert.equal(concerns(core('IAM'), none), false);
    assert.equal(concerns(core('BAL PER-ORG', 'IAM'), iam), true);
    assert.equal(concerns(core('IAM', 'BAL PER-ORG'), iam), true);
    assert.equal(concerns(core('IAM', 'Général'), none), true);
  });
});
