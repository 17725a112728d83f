import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  it('reports a balance filed on an advance that is not paid', async () => {
    await fires(rule, {
      main: of('signee_le: 2026-10-05, avance: { etat: Validée }, solde: { deposee_le: ⟦2026-11-01⟧ }'),
    });
    await fires(rule, {
      main: of('signee_le: 2026-10-05, avance: { etat: à modifier }, solde: { deposee_le: ⟦2026-11-01⟧ }'),
    });
  });

  it('says nothing once it is paid, while nothing is filed, or when the status is not told', async () => {
    await silent(rule, {
      main: of('signee_le: 2026-10-05, avance: { etat: Décidée et payée }, solde: { deposee_le: 2026-11-01 }'),
    });
    await silent(rule, { main: of('signee_le: 2026-10-05, avance: { etat: Validée }, solde: {}') });
    // Other words for paid, and words of which nothing is known.
    for (const state of ['versée', 'payée', 'décidée et payée', 'en cours de virement'])
      await silent(rule, {
        main: of(`signee_le: 2026-10-05, avance: { etat: ${state} }, solde: { deposee_le: 2026-11-01 }`),
      });
    await silent(rule, { main: of('signee_le: 2026-10-05, avance: {}, solde: { deposee_le: 2026-11-01 }') });
  });

  it('says nothing of an order whose balance is paid: the advance was, whatever is written', async () => {
    await silent(rule, {
      main: of(
        'signee_le: 2026-10-05, avance: { etat: Validée }, solde: { deposee_le: 2026-11-01, etat: Décidée et payée }',
      ),
    });
  });
});
