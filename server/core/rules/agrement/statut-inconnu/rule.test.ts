import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (state: string) => manifest(`agrements:\n  - { teleservice: DMP, statut: ${state}, piece: dmp.png }\n`);

describe(rule.meta.id, () => {
  it('reports words that are no status of the CNDA, with the list', async () => {
    const [found] = await fires(rule, { main: of('⟦en attente⟧') });
    assert.deepEqual([found?.message, found?.severity], ['unknown', 'warning']);
    await fires(rule, { main: of('⟦non obtenu⟧') });
  });

  it('proposes the status that was mistyped', async () => {
    const [found] = await fires(rule, { main: of('⟦Initalisation⟧') });
    assert.equal(found?.message, 'unknownClose');
    assert.match((await fixed(rule, { main: of('Initalisation') }))[mainUri] ?? '', /statut: Initialisation,/);
  });

  it('says nothing of the statuses, of other ways to write them, nor where there is none', async () => {
    for (const state of [
      'Initialisation',
      'pré-examen',
      'En cours actif',
      'Examen de conformité',
      'finalisée',
      'Obtenu',
      '""',
    ])
      await silent(rule, { main: of(state) });
    await silent(rule, { main: manifest('agrements:\n  - { teleservice: DMP, piece: dmp.png }\n') });
  });
});
