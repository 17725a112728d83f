import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  it('reports an unsigned VA, and VAs in several files', async () => {
    await fires(rule, { main: of('signee_le: 2026-10-05, solde: { va_signee: ⟦non⟧ }') });
    await fires(rule, { main: of('signee_le: 2026-10-05, solde: { pieces: { va: [a.pdf, ⟦b.pdf⟧] } }') });
  });

  it('accepts one file, signed or not told', async () => {
    await silent(rule, { main: of('signee_le: 2026-10-05, solde: { va_signee: oui, pieces: { va: [a.pdf] } }') });
    await silent(rule, { main: of('signee_le: 2026-10-05, solde: {}') });
  });

  it('takes one file that is named twice for one', async () => {
    await silent(rule, { main: of('signee_le: 2026-10-05, solde: { pieces: { va: [a.pdf, a.pdf] } }') });
  });
});
