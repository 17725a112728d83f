import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (rpps: string) =>
  manifest(`commandes:\n  - client: Cabinet Exemple\n    signee_le: 2026-11-02\n    rpps: ${rpps}\n`);

describe(rule.meta.id, () => {
  it('reports what cannot be an RPPS', async () => {
    for (const rpps of ['⟦"99700218897"⟧', '⟦9970021889⟧', '⟦"00000000000"⟧', '⟦"899700218897"⟧']) {
      await fires(rule, { main: of(rpps) });
    }
  });

  it('accepts good ones, also as a national identifier, and none', async () => {
    for (const rpps of ['"99700218896"', '"01234567897"', '"01234560801"', '"899700218896"', '']) {
      await silent(rule, { main: of(rpps) });
    }
  });
});
