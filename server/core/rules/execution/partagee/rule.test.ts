import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const [gen, org] = ['MSS-LPS-SEGUR-GEN', 'MSS-LPS-SEGUR-PER-ORG'];
const asks = (id: string, ...testCases: string[]) =>
  requirement(id, [scenario(`${id}.01`, [proof(`${id}.01.01`, ['identifiant_execution_mssante'], { testCases })])]);
const catalogue = {
  ...smallCatalogue,
  requirements: [asks('MSS/CONF.01', gen), asks('MSS/CONF.03', gen), asks('MSS/CONF.04', org), asks('MSS/CONF.05')],
};
const of = (items: Readonly<Record<string, string>>) =>
  manifest(
    `exigences:\n${Object.entries(items)
      .map(([id, item]) => `  ${id}: { scenarios: { ${id}.01: { preuves: { ${id}.01.01: [{ ${item} }] } } } }\n`)
      .join('')}`,
  );

describe(rule.meta.id, () => {
  it('reports one number for two test cases, and shows the first place', async () => {
    const main = of({ 'MSS/CONF.01': 'execution: 4127', 'MSS/CONF.04': 'execution: ⟦4127⟧' });
    const [found] = await fires(rule, { main, catalogue });
    assert.deepEqual([found?.severity, found?.effect, found?.args['firstCases']], ['warning', 'review', gen]);
    const place = found?.related?.[0]?.range;
    assert.equal(main.slice(place?.start, place?.end), '4127');
  });

  it('takes the case that is written before the expected one', async () => {
    const main = of({
      'MSS/CONF.05': `execution: 4127, cas_de_test: ${gen}`,
      'MSS/CONF.04': `execution: ⟦04127⟧`,
    });
    await fires(rule, { main, catalogue });
  });

  it('accepts one number for several proofs of a case, and for proofs that name none', async () => {
    await silent(rule, { main: of({ 'MSS/CONF.01': 'execution: 4127', 'MSS/CONF.03': 'execution: 4127' }), catalogue });
    await silent(rule, { main: of({ 'MSS/CONF.01': 'execution: 4127', 'MSS/CONF.05': 'execution: 4127' }), catalogue });
    await silent(rule, { main: of({ 'MSS/CONF.01': 'execution: 4127', 'MSS/CONF.04': 'execution: 4131' }), catalogue });
  });
});
