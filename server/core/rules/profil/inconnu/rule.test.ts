import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (profiles: string) => manifest('').replace('[BAL PER-ORG]', profiles);
const partial = { ...smallCatalogue, state: 'partiel' } as const;

describe(rule.meta.id, () => {
  it('reports a profile that no requirement has and proposes the near one', async () => {
    await fires(rule, { main: of('[⟦BAL PERORG⟧, IAM]') });
    assert.equal((await fixed(rule, { main: of('[BAL PERORG, IAM]') }))[mainUri], of('[BAL PER-ORG, IAM]'));
    const [found] = await fires(rule, { main: of('[⟦Autre profil⟧]') });
    assert.equal(found?.message, 'unknown');
  });

  it('only informs where the catalogue is partial and nothing is near', async () => {
    const [near] = await fires(rule, { main: of('[⟦BAL PERORG⟧]'), catalogue: partial });
    assert.equal(near?.severity, 'warning');
    const [far] = await fires(rule, { main: of('[⟦Suivi de l’enfant⟧]'), catalogue: partial });
    assert.deepEqual([far?.severity, far?.message], ['info', 'partial']);
  });

  it('accepts the profiles of the catalogue and Général', async () => {
    await silent(rule, { main: of('[BAL PER-ORG, IAM, Général]') });
    await silent(rule, { main: of('[Autre]'), catalogue: { ...smallCatalogue, profiles: [] } });
  });
});
