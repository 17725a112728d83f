import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (fingerprint: string) => manifest(`exigences:\n  INS/va1.56:\n    empreinte: ${fingerprint}\n`);

describe(rule.meta.id, () => {
  it('reports another fingerprint than that of the catalogue; the requirement is to review', async () => {
    const [found] = await fires(rule, { main: of('⟦"00000000"⟧') });
    assert.deepEqual([found?.effect, found?.target], ['review', { requirement: 'INS/va1.56' }]);
    assert.equal((await fixed(rule, { main: of('"00000000"') }))[mainUri], of('"3f9a1c20"'));
  });

  it('accepts the present one, in any case, and leaves what is no fingerprint to another rule', async () => {
    for (const good of ['3f9a1c20', '3F9A1C20', 'zzz']) await silent(rule, { main: of(good) });
    await silent(rule, { main: of('00000000'), catalogue: null });
  });

  it('takes only a whole fingerprint for one, in any case', async () => {
    const of = (written: string) => manifest(`exigences:\n  INS/va1.56:\n    empreinte: ${written}\n`);
    await fires(rule, { main: of('⟦"0000000A"⟧') });
    for (const written of ['3F9A1C20', '"00000000a"', '"a00000000"', '"0000000"', '""', 'x'])
      await silent(rule, { main: of(written) });
  });
});
