import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (item: string) => manifest(`parcours: { echanges: [{ ${item} }] }\n`);

describe(rule.meta.id, () => {
  it('reports a question that waited more than a day', async () => {
    await fires(rule, { main: of('recu_le: ⟦2026-06-01⟧'), today: '2026-06-03' });
  });

  it('says nothing the day after, nor once answered', async () => {
    await silent(rule, { main: of('recu_le: 2026-06-01'), today: '2026-06-02' });
    await silent(rule, { main: of('recu_le: 2026-06-01, repondu_le: 2026-06-04'), today: '2026-07-01' });
  });
});
