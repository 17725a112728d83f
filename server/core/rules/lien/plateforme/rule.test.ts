import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const links = (url: string, proof = 'INS/va1.56.02.02') => evidenceOf(proof, `lien: ${url}`);
const report = '/evs/report.seam?oid=1.2.3';
const waveOne = { ...smallCatalogue, dispositif: { id: 'MDV-LGC-Va2', wave: 1 } };

describe(rule.meta.id, () => {
  it('reports the platform for free tests, in any wave', async () => {
    const main = links(`⟦https://interop.esante.gouv.fr${report}⟧`);
    const [found] = await fires(rule, { main });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['freeTests', 'warning', 'review']);
    assert.equal(found?.args['expected'], 'interop.referencement.esante.gouv.fr');
    const [first] = await fires(rule, { main, catalogue: waveOne });
    assert.equal(first?.args['expected'], 'interopsegur.esante.gouv.fr');
  });

  it('reports the platform of wave 1 in wave 2', async () => {
    const main = links(`⟦https://interopsegur.esante.gouv.fr${report}⟧`);
    const [found] = await fires(rule, { main });
    assert.equal(found?.message, 'waveOne');
  });

  it('informs of a host that it does not know where a report is expected', async () => {
    const [found] = await fires(rule, { main: links('⟦https://intranet.exemple.fr/1⟧') });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['other', 'info', undefined]);
  });

  it('holds the platforms of Ségur against no link of another regime, whose own are not known', async () => {
    const catalogue = { ...smallCatalogue, dispositif: { id: 'DMN' } };
    for (const host of ['interop.esante.gouv.fr', 'interopsegur.esante.gouv.fr', 'intranet.exemple.fr'])
      await silent(rule, { main: links(`https://${host}${report}`), catalogue });
  });

  it('accepts the platform of the wave, and says nothing where no report is expected or the wave is not known', async () => {
    await silent(rule, { main: links(`https://interop.referencement.esante.gouv.fr${report}`) });
    const old = links(`https://interopsegur.esante.gouv.fr${report}`);
    await silent(rule, { main: old, catalogue: waveOne });
    await silent(rule, { main: old, catalogue: { ...smallCatalogue, dispositif: { id: 'MDV-LGC-Va2' } } });
    await silent(rule, { main: links(`https://interop.esante.gouv.fr${report}`, 'MSS/CONF.14.01.01') });
    await silent(rule, { main: links('https://docs.exemple.fr/', 'INS/va1.30.01.01') });
    await silent(rule, { main: links('rapport gazelle 12') });
    await silent(rule, { main: links('https://interop.esante.gouv.fr/1', 'INS/va1.99.01.01') });
  });
});
