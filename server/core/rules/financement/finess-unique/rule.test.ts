import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  it('reports every FINESS after the first', async () => {
    await fires(rule, { main: of('signee_le: 2026-10-05, solde: { finess: ["750712184", ⟦"750100125"⟧] }') });
  });

  it('accepts one, or none', async () => {
    await silent(rule, { main: of('signee_le: 2026-10-05, solde: { finess: ["750712184"] }') });
    await silent(rule, { main: of('signee_le: 2026-10-05, sites: ["750712184", "750100125"], solde: {}') });
  });
});
