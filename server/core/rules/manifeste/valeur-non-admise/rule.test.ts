import assert from 'node:assert/strict';
import { fires, fixed, manifest, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const chapter = (state: string) =>
  manifest(`chapitres:\n  Identité nationale de santé: { statut: ${state}, le: 2026-11-10 }\n`);

describe(rule.meta.id, () => {
  it('reports a value out of the list and proposes the near one, quotes kept', async () => {
    await fires(rule, { main: chapter('⟦valide⟧') });
    assert.equal((await fixed(rule, { main: chapter('valide') }))[mainUri], chapter('validé'));
    assert.equal((await fixed(rule, { main: chapter('"Soumis"') }))[mainUri], chapter('"soumis"'));
  });

  it('reports a value that is near none, and a later format', async () => {
    const [found] = await fires(rule, { main: chapter('⟦conforme⟧') });
    assert.equal(found?.message, 'notAllowed');
    await fires(rule, { main: manifest('').replace('version: 1\n', 'version: ⟦2⟧\n') });
  });

  it('accepts the values of the list, and any CNDA state', async () => {
    await silent(rule, { main: chapter('modification demandée') });
    await silent(rule, { main: manifest('agrements:\n  - { teleservice: DMP, statut: Autre }\n') });
  });
});
