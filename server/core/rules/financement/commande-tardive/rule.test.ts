import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);
const drimbox = (order: string) => of(order).replace('MDV-LGC-Va2', 'IMG-DB-Va2');

describe(rule.meta.id, () => {
  it('reports an order signed after the closing', async () => {
    await fires(rule, { main: drimbox('signee_le: ⟦2026-11-11⟧') });
  });

  it('accepts the day of the closing, and knows nothing where no date is known', async () => {
    await silent(rule, { main: drimbox('signee_le: 2026-11-10') });
    await silent(rule, { main: of('signee_le: 2030-01-01') });
    await silent(rule, { main: drimbox('signee_le: 2026-11-11, annulee_le: 2026-11-12') });
  });
});
