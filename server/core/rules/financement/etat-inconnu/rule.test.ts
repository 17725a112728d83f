import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (requests: string) => manifest(`commandes: [{ client: A, signee_le: 2026-10-05, ${requests} }]\n`);

describe(rule.meta.id, () => {
  it('reports words that are no status of ASP, with the list', async () => {
    const [far] = await fires(rule, { main: of('avance: { etat: ⟦en cours de virement⟧ }') });
    assert.equal(far?.message, 'unknown');
    assert.match(String(far.args['states']), /incomplète, Validée, A modifier, Décidée et payée/);
    await fires(rule, { main: of('avance: { etat: ⟦non payée⟧ }, solde: { etat: ⟦clos⟧ }') });
  });

  it('proposes the status that was mistyped', async () => {
    const input = { main: of('avance: { etat: ⟦Décidé et payées⟧ }') };
    const [near] = await fires(rule, input);
    assert.equal(near?.message, 'unknownClose');
    assert.match(
      (await fixed(rule, { main: of('avance: { etat: Décidé et payées }') }))[mainUri] ?? '',
      /etat: Décidée et payée /,
    );
  });

  it('says nothing of the statuses, of other ways to write them, nor where there is none', async () => {
    for (const state of ['Décidée et payée', 'versée', 'PAYÉE', 'à modifier', 'incomplete', 'validée'])
      await silent(rule, { main: of(`avance: { etat: ${state} }`) });
    for (const none of ['avance: {}', 'avance: { etat: }', 'avance: { etat: "" }', 'solde: { deposee_le: 2026-11-01 }'])
      await silent(rule, { main: of(none) });
  });
});
