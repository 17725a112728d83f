import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  it('reports a balance one cent above the advance', async () => {
    await fires(rule, {
      main: of('signee_le: 2026-10-05, avance: { montant_ht: 1000 }, solde: { montant_ht: ⟦"1000,01"⟧ }'),
    });
    await fires(rule, {
      main: of('signee_le: 2026-10-05, avance: { montant_ttc: 1200 }, solde: { montant_ttc: ⟦1300⟧ }'),
    });
  });

  it('says that both are the whole amount, and which one where they are the 30 % and the 70 %', async () => {
    const [fractions] = await fires(rule, {
      main: of('signee_le: 2026-10-05, avance: { montant_ht: "300,10" }, solde: { montant_ht: ⟦"700,24"⟧ }'),
    });
    assert.deepEqual([fractions?.message, fractions?.args['total']], ['fractions', '1000,34']);
    const [above] = await fires(rule, {
      main: of('signee_le: 2026-10-05, avance: { montant_ht: 300 }, solde: { montant_ht: ⟦720⟧ }'),
    });
    assert.equal(above?.message, 'above');
    for (const message of Object.values(rule.meta.messages)) {
      assert.match(message.fr, /montant entier de la part « Prestation Ségur »/);
      assert.match(message.fr, /écrivez/);
    }
  });

  it('accepts the same amount, less, or an amount without the other', async () => {
    await silent(rule, {
      main: of('signee_le: 2026-10-05, avance: { montant_ht: "1 000,00" }, solde: { montant_ht: 1000 }'),
    });
    await silent(rule, { main: of('signee_le: 2026-10-05, avance: {}, solde: { montant_ht: 1000 }') });
  });
});
