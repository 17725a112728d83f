import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (siret: string) => manifest('').replace('"73282932000074"', siret);

describe(rule.meta.id, () => {
  it('reports a SIRET that cannot be one', async () => {
    for (const [siret, message] of [
      ['⟦"73282932000075"⟧', 'key'],
      ['⟦"20003458200014"⟧', 'siren'],
      ['⟦"00000000000000"⟧', 'zeros'],
      ['⟦732829320⟧', 'form'],
    ] as const) {
      const [found] = await fires(rule, { main: of(siret) });
      assert.equal(found?.message, message);
    }
  });

  it('reports that of a client, and of a site told by it', async () => {
    const order = 'commandes:\n  - client: Cabinet Exemple\n    signee_le: 2026-11-02\n';
    await fires(rule, { main: manifest(`${order}    siret: ⟦"73282932000075"⟧\n`) });
    await fires(rule, { main: manifest(`${order}    sites: ["750712184", ⟦"20003452800041"⟧]\n`) });
    await silent(rule, { main: manifest(`${order}    siret: "35600000049837"\n`) });
  });

  it('removes the spaces of a good one', async () => {
    await fires(rule, { main: of('⟦732 829 320 00074⟧') });
    assert.equal((await fixed(rule, { main: of('732 829 320 00074') }))[mainUri], of('"73282932000074"'));
  });

  it('accepts a good one, with or without quotes, and none', async () => {
    await silent(rule, { main: of('73282932000074') });
    await silent(rule, { main: of('') });
  });
});
