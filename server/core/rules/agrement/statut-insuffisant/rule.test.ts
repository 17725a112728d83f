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

  it('asks for no name of a request that gives none, and says nothing where no state is written', async () => {
    for (const name of ['', 'teleservice: "", ', 'teleservice: " ", ']) {
      const main = manifest(`agrements:\n  - { ${name}statut: ⟦Initialisation⟧, piece: a.png }\n`);
      assert.equal((await fires(rule, { main }))[0]?.args['teleservice'], '?');
    }
    for (const state of ['', '""', 'bientôt']) await silent(rule, { main: of(state) });
  });
});
