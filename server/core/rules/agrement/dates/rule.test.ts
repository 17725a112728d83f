import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (dates: string, state = 'Finalisation') =>
  manifest(`agrements:\n  - { teleservice: DMP, statut: ${state}, piece: dmp.png, ${dates} }\n`);
const found = async (dates: string, state?: string) =>
  (await fires(rule, { main: of(dates, state) })).map(({ message }) => message);

describe(rule.meta.id, () => {
  it('reports an approval obtained before it was filed, or in the future', async () => {
    assert.deepEqual(await found('deposee_le: 2026-10-05, obtenu_le: ⟦2026-09-28⟧'), ['obtainedFirst']);
    assert.deepEqual(await found('obtenu_le: ⟦2026-11-21⟧'), ['obtainedLater']);
  });

  it('reports a forecast or a status of before the filing', async () => {
    assert.deepEqual(await found('deposee_le: 2026-10-05, retour_prevu_le: ⟦2026-10-01⟧', 'Pré-examen'), [
      'expectedFirst',
    ]);
    assert.deepEqual(await found('date: ⟦2026-10-01⟧, deposee_le: 2026-10-05', 'En cours actif'), ['stateFirst']);
  });

  it('reports a status of the future, and a filing of the future of what is under way', async () => {
    assert.deepEqual(await found('date: ⟦2027-01-01⟧'), ['stateLater']);
    assert.deepEqual(await found('deposee_le: ⟦2026-12-01⟧', 'Examen de conformité'), ['filedLater']);
  });

  it('reports an approval that is obtained and still at an early status', async () => {
    assert.deepEqual(await found('obtenu_le: ⟦2026-11-01⟧', 'Pré-examen'), ['stillEarly']);
    assert.deepEqual(await found('date: 2026-11-05, obtenu_le: ⟦2026-11-01⟧', 'Pré-examen'), ['stillEarly']);
  });

  it('says nothing of dates in their order, on one day, or that are not all written', async () => {
    await silent(rule, {
      main: of('deposee_le: 2026-08-05, date: 2026-09-28, retour_prevu_le: 2026-10-01, obtenu_le: 2026-09-28'),
    });
    await silent(rule, { main: of('deposee_le: 2026-09-28, date: 2026-09-28, obtenu_le: 2026-09-28') });
    for (const one of [
      'deposee_le: 2026-08-05',
      'date: 2026-11-20',
      'obtenu_le: 2026-11-20',
      'retour_prevu_le: 2027-03-01',
    ])
      await silent(rule, { main: of(one) });
  });

  it('says nothing of a planned filing, of a status not written again, of unknown words or of no date', async () => {
    await silent(rule, { main: of('deposee_le: 2026-12-01, date: 2026-11-01', 'Initialisation') });
    await silent(rule, { main: of('date: 2026-10-01, obtenu_le: 2026-11-01', 'Pré-examen') });
    await silent(rule, {
      main: of('deposee_le: 2026-12-01, obtenu_le: 2026-11-20'.replace('2026-12-01', '2026-11-01'), 'clos'),
    });
    await silent(rule, { main: of('deposee_le: bientôt, obtenu_le: 2026-11-01') });
  });
});
