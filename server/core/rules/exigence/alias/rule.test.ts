import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { safeEdits } from '../../../engine/safe-edits';
import { applyChanges } from '../../../fixes/verified';
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

  it('takes no margin of the line away, where a lone carriage return makes it a part of the id', async () => {
    for (const margin of [' \r ', '\r\r\n  ', '\r\t']) {
      const main = manifest(`exigences:\n  ssi/gen.06: {}\n`).replace('  ssi/', `${margin}psc.01: {}\n  ssi/`);
      const { analysis } = await analyse([rule], { main });
      const after = applyChanges(main, safeEdits(analysis, [rule]).get(mainUri) ?? []);
      assert.ok(after.toLowerCase().includes(`${margin}psc.01`), JSON.stringify(margin));
    }
  });

  it('says nothing of the REM’s own ids', async () => {
    await silent(rule, { main: of('PSC.01', 'AUTRE.01') });
  });
});
