import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (on: string, more: string) =>
  manifest(`parcours:\n${more}  etapes: { referencement: { etat: faite, fin: ${on} } }\n`);

describe(rule.meta.id, () => {
  it('reports a sale that is late or not told of', async () => {
    await fires(rule, { main: of('2026-07-10', '  commercialisee_le: ⟦2026-09-11⟧\n') });
    await fires(rule, { main: of('⟦2026-07-10⟧', ''), today: '2026-09-11' });
  });

  it('says nothing in time, before the limit, or when the referencing has no date', async () => {
    await silent(rule, { main: of('2026-07-10', '  commercialisee_le: 2026-09-10\n') });
    await silent(rule, { main: of('2026-07-10', ''), today: '2026-09-10' });
    await silent(rule, { main: manifest('parcours: { etapes: { referencement: { etat: faite } } }\n') });
  });
});
