import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (date: string, on = '2026-11-03') =>
  evidenceOf('INS/va1.56.01.01', `{ execution: 1, date: ${date}, revue: { par: A., le: ${on}, avis: suffisante } }`);

describe(rule.meta.id, () => {
  it('reports a capture or a review of tomorrow', async () => {
    await fires(rule, { main: of('⟦2026-11-21⟧'), today: '2026-11-20' });
    await fires(rule, { main: of('2026-11-20', '⟦2031-01-01⟧'), today: '2026-11-20' });
  });

  it('accepts today and before, and leaves what is no date to another rule', async () => {
    await silent(rule, { main: of('2026-11-20', '2026-11-20'), today: '2026-11-20' });
    await silent(rule, { main: of('2026-13-01'), today: '2026-11-20' });
  });
});
