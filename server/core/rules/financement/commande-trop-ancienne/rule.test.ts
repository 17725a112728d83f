import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  it('reports an order signed 121 days before the planned filing, not 120', async () => {
    // 2026-12-15 − 120 days: 15 in December, 30 in November, 31 in October, 30 in September = 106, and 14 more in August:
    // 2026-08-17.
    await fires(rule, { main: of('signee_le: ⟦2026-08-16⟧') });
    await silent(rule, { main: of('signee_le: 2026-08-17') });
  });

  it('reports an order whose window went by without a complete file', async () => {
    const open = (order: string) => of(order).replace('  depot_vise: 2026-12-15\n', '');
    await fires(rule, { main: open('signee_le: ⟦2026-07-22⟧'), today: '2026-11-20' });
    await silent(rule, { main: open('signee_le: 2026-07-23'), today: '2026-11-20' });
  });

  it('counts from the day of filing once it is known, and leaves cancelled orders alone', async () => {
    const filed = (order: string) =>
      `${of(order)}parcours: { etapes: { preuves: { etat: faite, fin: 2026-11-14 } } }\n`;
    await silent(rule, { main: filed('signee_le: 2026-07-17'), today: '2027-11-20' });
    await fires(rule, { main: filed('signee_le: ⟦2026-07-16⟧'), today: '2027-11-20' });
    await silent(rule, { main: of('signee_le: 2025-01-01, annulee_le: 2026-01-01') });
  });

  it('takes the window that the user found in the call for financing', async () => {
    await silent(rule, { main: `${of('signee_le: 2026-08-16')}parcours: { delais: { fenetre_commande: 121 } }\n` });
  });
});
