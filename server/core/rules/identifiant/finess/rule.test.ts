import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (lines: string) => manifest(`commandes:\n  - client: Cabinet Exemple\n    signee_le: 2026-11-02\n${lines}`);

describe(rule.meta.id, () => {
  it('reports what cannot be a FINESS, wherever an order has one', async () => {
    await fires(rule, { main: of('    finess: ⟦"750712185"⟧\n') });
    await fires(rule, { main: of('    finess: ⟦7507121⟧\n') });
    await fires(rule, { main: of('    finess: ⟦"000000000"⟧\n') });
    await fires(rule, { main: of('    solde: { finess: [⟦"690781811"⟧] }\n') });
    await fires(rule, { main: of('    sites: ["750712184", ⟦"750100126"⟧, "73282932000074"]\n') });
  });

  it('accepts real ones, Corsica among them, and sites told by their SIRET', async () => {
    for (const finess of ['750712184', '750100125', '130786049', '690781810', '920008059']) {
      await silent(rule, { main: of(`    finess: "${finess}"\n`) });
    }
    await silent(rule, { main: of('    sites: ["73282932000075", cabinet principal]\n') });
    await silent(rule, { main: of('') });
  });
});
