import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (requirement: string, ...ids: string[]) =>
  manifest(`exigences:\n  ${requirement}:\n    scenarios:\n${ids.map((id) => `      ${id}:\n`).join('')}`);
const core = (id: string) => manifest(`scenarios:\n  ${id}:\n`);

describe(rule.meta.id, () => {
  it('reports a scenario that its requirement does not have and proposes a free one', async () => {
    const [found] = await fires(rule, { main: of('INS/va1.56', 'INS/va1.56.01', '⟦INS/va1.56.03⟧') });
    assert.deepEqual(found?.data, { candidates: ['INS/va1.56.02'] });
    const after = await fixed(rule, { main: of('INS/va1.56', 'INS/va1.56.01', 'INS/va1.56.03') });
    assert.equal(after[mainUri], of('INS/va1.56', 'INS/va1.56.01', 'INS/va1.56.02'));
  });

  it('says where a scenario of the REM belongs', async () => {
    const [other] = await fires(rule, { main: of('INS/va1.56', '⟦PSC.01.01⟧') });
    assert.deepEqual([other?.message, other?.args['owner']], ['belongs', 'PSC.01']);
    const [inside] = await fires(rule, { main: of('CO.48', '⟦SCN_DB/CO.01⟧') });
    assert.equal(inside?.message, 'core');
    const [outside] = await fires(rule, { main: core('⟦INS/va1.56.01⟧') });
    assert.equal(outside?.message, 'belongs');
  });

  it('reports an unknown core-business scenario', async () => {
    const [found] = await fires(rule, { main: core('⟦SCN_DB/CO.1⟧') });
    assert.equal(found?.args['closest'], 'SCN_DB/CO.01');
  });

  it('says nothing of the scenarios of the REM, of unknown requirements, nor where none is known', async () => {
    await silent(rule, { main: of('SC.PSC.01', 'PSC.01.01', 'psc.01.02') });
    await silent(rule, { main: of('AUTRE.01', 'AUTRE.01.01') });
    await silent(rule, { main: core('SCN_DB/CO.01') });
    await silent(rule, { main: of('CO.48', 'CO.48.01'), catalogue: { ...smallCatalogue, state: 'partiel' } });
  });

  it('says which ones are meant by an id that is printed twice in one requirement', async () => {
    const twice = ['A.01.01 (1)', 'A.01.01 (2)'].map((id) => scenario(id, [], { printedId: 'A.01.01' }));
    const catalogue = { ...smallCatalogue, requirements: [requirement('A.01', twice)] };
    const [found] = await fires(rule, { main: of('A.01', '⟦A.01.01⟧'), catalogue });
    assert.deepEqual(
      [found?.message, found?.args],
      ['printedTwice', { id: 'A.01.01', ids: 'A.01.01 (1), A.01.01 (2)' }],
    );
  });

  it('calls no core-business scenario wrong where the partial catalogue knows none', async () => {
    const none = { ...smallCatalogue, coreScenarios: [] };
    await silent(rule, { main: core('SCN_DB/CO.01'), catalogue: { ...none, state: 'partiel' } });
    await fires(rule, { main: core('⟦SCN_DB/CO.01⟧'), catalogue: none });
  });
});
