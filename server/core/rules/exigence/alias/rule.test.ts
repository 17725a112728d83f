import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (...ids: string[]) => manifest(`exigences:\n${ids.map((id) => `  ${id}:\n`).join('')}`);

describe(rule.meta.id, () => {
  it('reports a base or wave-1 id, or another case, and writes that of the REM', async () => {
    await fires(rule, { main: of('⟦SC.PSC.01⟧', '⟦LGC.INS.01⟧', '⟦ssi/gen.06⟧') });
    assert.equal((await fixed(rule, { main: of('SC.PSC.01') }))[mainUri], of('PSC.01'));
  });

  it('makes no double', async () => {
    const { analysis } = await analyse([rule], { main: of('PSC.01', 'SC.PSC.01') });
    assert.deepEqual(rule.fixes?.(analysis.findings[0]!, analysis.dossier), []);
  });

  it('says nothing of the REM’s own ids', async () => {
    await silent(rule, { main: of('PSC.01', 'AUTRE.01') });
  });
});
