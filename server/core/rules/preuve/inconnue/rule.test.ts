import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (...ids: string[]) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
${ids.map((id) => `          ${id}: []\n`).join('')}`);

describe(rule.meta.id, () => {
  it('reports a proof that the scenario does not expect and proposes a free one', async () => {
    await fires(rule, { main: of('INS/va1.56.02.01', '⟦INS/va1.56.02.2⟧') });
    const after = await fixed(rule, { main: of('INS/va1.56.02.01', 'INS/va1.56.02.2') });
    assert.equal(after[mainUri], of('INS/va1.56.02.01', 'INS/va1.56.02.02'));
  });

  it('says to which scenario a proof of the REM belongs', async () => {
    const [found] = await fires(rule, { main: of('⟦INS/va1.56.01.01⟧') });
    assert.deepEqual([found?.message, found?.args['owner']], ['belongs', 'INS/va1.56.01']);
  });

  it('accepts the proofs of the scenario, case apart', async () => {
    await silent(rule, { main: of('INS/va1.56.02.01', 'ins/va1.56.02.02') });
  });

  it('calls no proof wrong where the partial catalogue knows none of the scenario', async () => {
    const bare = requirement('A.01', [scenario('A.01.01', [])]);
    const catalogue = { ...smallCatalogue, requirements: [bare] };
    const main = of('⟦A.01.01.01⟧').replaceAll('INS/va1.56.02:', 'A.01.01:').replace('INS/va1.56:', 'A.01:');
    await fires(rule, { main, catalogue });
    await silent(rule, { main, catalogue: { ...catalogue, state: 'partiel' } });
  });
});
