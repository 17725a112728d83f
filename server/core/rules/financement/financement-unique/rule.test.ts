import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const two = (a: string, b: string) =>
  manifest(`commandes: [{ client: A, signee_le: 2026-10-05, ${a} }, { client: A, signee_le: 2026-10-06, ${b} }]\n`);

describe(rule.meta.id, () => {
  it('reports the second financed order of a client', async () => {
    await fires(rule, { main: two('finess: "750712184", avance: {}', 'finess: ⟦"750 712 184"⟧, avance: {}') });
    await fires(rule, { main: two('siret: "73282932000074", avance: {}', 'siret: ⟦"73282932000074"⟧, solde: {}') });
  });

  it('says nothing of other clients, cancelled orders, orders without request or without identifier', async () => {
    await silent(rule, { main: two('finess: "750712184", avance: {}', 'finess: "750100125", avance: {}') });
    await silent(rule, {
      main: two('finess: "750712184", avance: {}, annulee_le: 2026-10-06', 'finess: "750712184", avance: {}'),
    });
    await silent(rule, { main: two('finess: "750712184"', 'finess: "750712184", avance: {}') });
    await silent(rule, { main: two('avance: {}', 'avance: {}') });
  });
});
