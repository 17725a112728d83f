import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (state: string) => manifest(`agrements:\n  - { teleservice: DMP, statut: ${state}, piece: a.png }\n`);

describe(rule.meta.id, () => {
  it('reports a request that has only begun', async () => {
    const [planned] = await fires(rule, { main: of('⟦Initialisation⟧') });
    assert.deepEqual([planned?.message, planned?.severity], ['earlyFor', 'warning']);
    const [open] = await fires(rule, { main: of('⟦initialisation⟧').replace('  depot_vise: 2026-12-15\n', '') });
    assert.equal(open?.message, 'early');
  });

  it('accepts the later states, their other name, and words that it does not know', async () => {
    for (const state of ['Pré-examen', 'En cours actif', 'Examen de conformité', 'Finalisation', 'Déposé']) {
      await silent(rule, { main: of(state) });
    }
    await silent(rule, { main: manifest('agrements:\n  - { teleservice: DMP }\n') });
  });
});
