import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (...entries: readonly string[]) =>
  manifest(`agrements:\n${entries.map((one) => `  - { ${one} }\n`).join('')}`);

describe(rule.meta.id, () => {
  it('reports entries about one teleservice that do not say the same, once, at the last', async () => {
    const [undated] = await fires(rule, {
      main: of('teleservice: INSi, statut: Initialisation', 'teleservice: ⟦homologation INSi⟧, statut: Finalisation'),
    });
    assert.deepEqual([undated?.message, undated?.related?.length], ['undated', 1]);
    const [dated] = await fires(rule, {
      main: of(
        'teleservice: DMP, statut: Finalisation, obtenu_le: 2026-03-02',
        'teleservice: ⟦DMP⟧, statut: Pré-examen, date: 2026-10-02',
      ),
    });
    assert.equal(dated?.message, 'dated');
    await fires(rule, {
      main: of('teleservice: DMP, statut: Pré-examen', 'teleservice: ⟦DMP⟧, dispense: { motif: a }'),
    });
    await fires(rule, { main: of('teleservice: DMP, statut: refusé', 'teleservice: ⟦DMP⟧, statut: Finalisation') });
  });

  it('says nothing of entries that agree, are of other teleservices, or of some that are not known', async () => {
    await silent(rule, { main: of('teleservice: DMP, statut: Pré-examen', 'teleservice: DMP, statut: pre examen') });
    await silent(rule, { main: of('teleservice: DMP, statut: Pré-examen', 'teleservice: INSi, statut: Finalisation') });
    await silent(rule, { main: of('teleservice: X, statut: Pré-examen', 'teleservice: X, statut: Finalisation') });
    await silent(rule, { main: of('teleservice: DMP, statut: Pré-examen') });
    await silent(rule, { main: manifest('') });
  });
});
