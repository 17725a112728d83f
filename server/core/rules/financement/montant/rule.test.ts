import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  it('reports zero, less than zero, what is no amount and what passes the ceiling', async () => {
    for (const amount of ['0', '0,00', '-5', '12,345', 'à venir'])
      await fires(rule, { main: of(`signee_le: 2026-10-05, solde: { montant_ht: ⟦"${amount}"⟧ }`) });
    await fires(rule, { main: of('signee_le: 2026-10-05, plafond_ht: 1000, avance: { montant_ht: ⟦1000.01⟧ }') });
  });

  it('accepts amounts as they are usually written, and what is not told', async () => {
    for (const amount of ['1000', '1 000,00', '999.9', '1000,00 €'])
      await silent(rule, { main: of(`signee_le: 2026-10-05, plafond_ht: 1000, solde: { montant_ht: "${amount}" }`) });
    await silent(rule, { main: of('signee_le: 2026-10-05, solde: {}') });
    await silent(rule, { main: of('signee_le: 2026-10-05, annulee_le: 2026-10-06, solde: { montant_ht: 0 }') });
  });
});
