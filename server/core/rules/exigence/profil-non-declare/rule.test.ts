import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (id: string, items = '{ fichier: a.mp4 }') =>
  manifest(`exigences:
  ${id}: { scenarios: { SSI/IAM.83.01: { preuves: { SSI/IAM.83.01.01: [${items}] } } } }
`);

describe(rule.meta.id, () => {
  it('informs of evidence for another profile', async () => {
    const [found] = await fires(rule, { main: of('⟦SSI/IAM.83⟧') });
    assert.deepEqual([found?.severity, found?.args['profiles']], ['info', 'IAM']);
  });

  it('accepts it once the profile is declared, without evidence, and for everyone', async () => {
    await silent(rule, { main: of('SSI/IAM.83').replace('[BAL PER-ORG]', '[IAM]') });
    await silent(rule, { main: of('SSI/IAM.83', '') });
    await silent(rule, { main: of('INS/va1.56') });
    await silent(rule, { main: of('SC.DMP/UX.51') });
    await silent(rule, { main: of('AUTRE.01') });
  });
});
