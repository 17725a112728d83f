import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const two = (first: string, second: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ ${first} }] } }
  SSI/GEN.07:
    scenarios:
      SSI/GEN.07.01: { preuves: { SSI/GEN.07.01.01: [{ ${second} }] } }
`);

describe(rule.meta.id, () => {
  it('reports one file with two dates', async () => {
    const main = two('fichier: a.png, date: 2026-11-02', 'fichier: ./a.png, date: ⟦2026-10-14⟧');
    const [found] = await fires(rule, { main });
    assert.deepEqual([found?.message, found?.severity, found?.related?.length], ['date', 'warning', 1]);
  });

  it('reports one file with two versions', async () => {
    const main = two('fichier: a.png, version: 12.4.0', 'fichier: a.png, version: ⟦12.3.0⟧');
    const [found] = await fires(rule, { main });
    assert.equal(found?.message, 'version');
  });

  it('accepts the same date, other files, and a citation without date', async () => {
    const dated = 'fichier: a.png, date: 2026-11-02, version: 12.4.0';
    await silent(rule, { main: two(dated, dated) });
    await silent(rule, { main: two(dated, 'fichier: b.png, date: 2026-10-14, version: 12.3.0') });
    await silent(rule, { main: two(dated, 'fichier: a.png') });
    await silent(rule, { main: two(dated, 'fichier: a.png, date: 2026-11-31') });
    await silent(rule, { main: two(dated, 'lien: "https://a.fr/a.png", date: 2026-10-14') });
    await silent(rule, { main: two(dated, 'fichier: a.png, date: "2026-11-02 ", version: ""') });
  });
});
