import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (profiles: string) => manifest('').replace('[BAL PER-ORG]', profiles);
const catalogue = { ...smallCatalogue, profiles: [...smallCatalogue.profiles, 'Centres de santé'] };

describe(rule.meta.id, () => {
  it('informs of a profile that no requirement has', async () => {
    const [found] = await fires(rule, { main: of('[BAL PER-ORG, ⟦Centres de santé⟧]'), catalogue });
    assert.deepEqual([found?.severity, found?.args['profile']], ['info', 'Centres de santé']);
  });

  it('accepts those that some have, and leaves unknown ones to another rule', async () => {
    await silent(rule, { main: of('[BAL PER-ORG, IAM, Général]'), catalogue });
    await silent(rule, { main: of('[Centres de santé]') });
    await silent(rule, { main: of('[Centres de santé]'), catalogue: null });
  });
});
