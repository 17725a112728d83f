import assert from 'node:assert/strict';
import { file, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf, notApplicable } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

async function message(path: string): Promise<string | undefined> {
  const [found] = await fires(rule, { main: cites(path) });
  assert.equal(found?.effect, 'incomplete');
  return found.message;
}

describe(rule.meta.id, () => {
  it('reports every way out of the dossier', async () => {
    assert.equal(await message('⟦""⟧'), 'empty');
    assert.equal(await message('⟦/etc/passwd⟧'), 'absolute');
    assert.equal(await message('⟦C:/captures/a.png⟧'), 'drive');
    assert.equal(await message('⟦file:///a.png⟧'), 'uri');
    assert.equal(await message('⟦preuves\\a.png⟧'), 'backslash');
    assert.equal(await message('⟦preuves/../../a.png⟧'), 'parent');
    assert.equal(await message('⟦"a\\u0007.png"⟧'), 'control');
  });

  it('reports a link that leads out', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.png⟧'), evidence: { 'a.png': { state: 'outside' } } });
    assert.equal(found?.message, 'link');
  });

  it('reports statements and supporting documents of approvals', async () => {
    await fires(rule, { main: evidenceOf('SSI/GEN.06.01.02', 'declaration: ⟦../a.pdf⟧') });
    await fires(rule, { main: notApplicable('⟦../a.pdf⟧', '⟦/b.pdf⟧') });
    await fires(rule, {
      main: manifest('agrements: [{ teleservice: DMP, statut: Finalisation, piece: ⟦../a.png⟧ }]\n'),
    });
  });

  it('writes slashes', async () => {
    assert.equal((await fixed(rule, { main: cites('preuves\\INS\\a.png') }))[mainUri], cites('preuves/INS/a.png'));
    assert.equal((await fixed(rule, { main: cites("'preuves\\a.png'") }))[mainUri], cites("'preuves/a.png'"));
  });

  it('accepts what stays inside', async () => {
    await silent(rule, { main: cites('preuves/../preuves/é à.png'), evidence: { 'preuves/é à.png': file() } });
  });
});
