import assert from 'node:assert/strict';
import { fires, fixed, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const asked = proof('MSS/CONF.14.01.01', ['identifiant_execution_mssante'], { testCases: ['MSS-LPS-SEGUR-GEN'] });
const catalogue = {
  ...smallCatalogue,
  requirements: [requirement('MSS/CONF.14', [scenario('MSS/CONF.14.01', [asked])])],
};
const of = (name: string) => evidenceOf('MSS/CONF.14.01.01', `{ execution: 4127, cas_de_test: ${name} }`);

describe(rule.meta.id, () => {
  it('reports another test case, and proposes the near one', async () => {
    const [far] = await fires(rule, { main: of('⟦CI-SIS-VSM-Create_doc-Sc1⟧'), catalogue });
    assert.deepEqual([far?.message, far?.severity, far?.effect], ['other', 'warning', 'review']);
    await fires(rule, { main: of('⟦MSS-LPS-SEGUR-GENE⟧'), catalogue });
    const texts = await fixed(rule, { main: of('MSS-LPS-SEGUR-GENE'), catalogue });
    assert.equal(texts[mainUri], of('MSS-LPS-SEGUR-GEN'));
  });

  it('accepts the named case, and any where the proof names none', async () => {
    await silent(rule, { main: of('MSS-LPS-SEGUR-GEN'), catalogue });
    await silent(rule, { main: of('MSS-LPS-SEGUR-APP') });
    await silent(rule, { main: evidenceOf('MSS/CONF.14.01.01', 'execution: 4127'), catalogue });
    await silent(rule, {
      main: evidenceOf('MSS/CONF.14.01.01', '{ lien: "https://a.fr/1", cas_de_test: X }'),
      catalogue,
    });
  });
});
