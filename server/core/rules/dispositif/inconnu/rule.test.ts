import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (dispositif: string) => manifest('').replace('MDV-LGC-Va2', dispositif);

describe(rule.meta.id, () => {
  it('reports a dispositif that the tool does not know and proposes the near ones', async () => {
    const [found] = await fires(rule, { main: of('⟦MDV-LGC-Vb2⟧') });
    assert.equal(found?.args['closest'], 'MDV-LGC-Va2');
    assert.equal((await fixed(rule, { main: of('MDV-LGC-Vb2') }))[mainUri], of('MDV-LGC-Va2'));
  });

  it('reports one that is near none', async () => {
    const [found] = await fires(rule, { main: of('⟦Autre chose⟧') });
    assert.equal(found?.message, 'unknown');
  });

  it('says nothing of a known one, nor of any with an imported catalogue', async () => {
    await silent(rule, { main: of('MDV-LGC-Va2') });
    await silent(rule, { main: of('Nouveau\n  catalogue: rem/absent.rem.yaml') });
  });
});
