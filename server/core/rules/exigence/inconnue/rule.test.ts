import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { requirement, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (id: string) => manifest(`exigences:\n  ${id}:\n`);

describe(rule.meta.id, () => {
  it('reports an id that the imported REM does not have, as an error, and proposes near ones', async () => {
    const [found] = await fires(rule, { main: of('⟦PSC.001⟧') });
    assert.deepEqual([found?.severity, found?.args['closest']], ['error', 'PSC.01']);
    assert.equal((await fixed(rule, { main: of('PSC.001') }))[mainUri], of('PSC.01'));
    const [far] = await fires(rule, { main: of('⟦AUTRE/CHOSE.99⟧') });
    assert.equal(far?.message, 'unknown');
  });

  it('only warns where the catalogue is partial', async () => {
    const [found] = await fires(rule, { main: of('⟦PSC.001⟧'), catalogue: { ...smallCatalogue, state: 'partiel' } });
    assert.equal(found?.severity, 'warning');
  });

  it('asks which one, where a wave-1 id became two requirements', async () => {
    const twice = ['A.01', 'A.02'].map((id) => requirement(id, [], { waveOneIds: ['LGC.A.07'] }));
    const [found] = await fires(rule, {
      main: of('⟦LGC.A.07⟧'),
      catalogue: { ...smallCatalogue, requirements: twice },
    });
    assert.deepEqual([found?.message, found?.data], ['ambiguous', { candidates: ['A.01', 'A.02'] }]);
  });

  it('knows ids, aliases and withdrawn requirements; says nothing without requirements to compare with', async () => {
    for (const id of ['PSC.01', 'SC.PSC.01', 'LGC.INS.01', 'ins/va1.56']) await silent(rule, { main: of(id) });
    const removed = [requirement('DB.SO.106', [], { nature: 'SUPPRIMEE' })];
    await silent(rule, { main: of('DB.SO.106'), catalogue: { ...smallCatalogue, requirements: removed } });
    await silent(rule, { main: of('AUTRE.99'), catalogue: { ...smallCatalogue, requirements: [] } });
    await silent(rule, { main: of('AUTRE.99'), catalogue: null });
  });
});
