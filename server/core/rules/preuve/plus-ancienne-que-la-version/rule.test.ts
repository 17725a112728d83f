import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (item: string, proof = 'INS/va1.56.01.01') =>
  evidenceOf(proof, item).replace('version: 12.4.0', 'version: 12.4.0\n  date_version: 2026-10-12');

describe(rule.meta.id, () => {
  it('reports evidence of before the version', async () => {
    const [found] = await fires(rule, { main: of('{ fichier: a.png, date: ⟦2026-10-11⟧ }') });
    assert.deepEqual([found?.severity, found?.effect], ['warning', 'review']);
    await fires(rule, { main: of('{ fichier: a.png, date: ⟦2026-09-01⟧, version: 12.4.0 }') });
    await fires(rule, { main: of('{ lien: "https://a.fr/1", date: ⟦2026-09-01⟧ }', 'INS/va1.56.02.02') });
    await fires(rule, { main: of('{ fichier: a.png, date: ⟦2026-09-01⟧, version: 12.4.0 }', 'INS/va1.30.01.01') });
  });

  it('accepts evidence of that day and later', async () => {
    await silent(rule, { main: of('{ fichier: a.png, date: 2026-10-12 }') });
    await silent(rule, { main: of('fichier: a.png') });
  });

  it('leaves papers, other versions, unknown natures and impossible dates alone', async () => {
    const old = 'date: 2026-01-01';
    await silent(rule, { main: of(`{ declaration: a.pdf, ${old} }`) });
    await silent(rule, { main: of(`{ fichier: a.pdf, ${old} }`, 'SSI/GEN.06.01.01') });
    await silent(rule, { main: of(`{ fichier: a.pdf, ${old} }`, 'SSI/GEN.07.01.01') });
    await silent(rule, { main: of(`{ fichier: a.png, ${old}, version: 12.3.0 }`) });
    await silent(rule, { main: of(`{ fichier: a.png, ${old} }`, 'INS/va1.30.01.01') });
    await silent(rule, { main: of(`{ fichier: a.png, ${old}, version: 12.4.0 }`, 'INS/va1.99.01.01') });
    await silent(rule, { main: of('{ fichier: a.png, date: 2026-02-31 }') });
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', `{ fichier: a.png, ${old} }`) });
  });
});
