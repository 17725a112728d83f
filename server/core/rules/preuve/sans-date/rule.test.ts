import assert from 'node:assert/strict';
import { analyse, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const slot = 'INS/va1.56.01.01';

describe(rule.meta.id, () => {
  it('tells once for each key, on the first piece, how many lack it', async () => {
    const main = evidenceOf(slot, '{ fichier: ⟦a.png⟧, version: 12.4.0 }', '{ fichier: b.png, version: 12.4.0 }');
    const [found] = await fires(rule, { main });
    assert.deepEqual(
      [found?.message, found?.severity, found?.effect, found?.args['count'], found?.related?.length],
      ['date', 'info', undefined, 2, 1],
    );
    const [version] = await fires(rule, { main: evidenceOf(slot, '{ fichier: ⟦a.png⟧, date: 2026-11-02 }') });
    assert.equal(version?.message, 'version');
    await fires(rule, {
      main: evidenceOf('INS/va1.56.02.02', '{ lien: ⟦"https://a.fr/1"⟧, version: 12.4.0, date: "" }'),
    });
  });

  it('counts over requirements', async () => {
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios: { INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ fichier: a.png }] } } }
  PSC.01:
    scenarios: { PSC.01.01: { preuves: { PSC.01.01.01: [{ fichier: b.mp4 }] } } }
`);
    const { analysis } = await analyse([rule], { main });
    assert.deepEqual(
      analysis.findings.map(({ message, args }) => [message, args['count']]),
      [
        ['date', 2],
        ['version', 2],
      ],
    );
  });

  it('asks for nothing of papers, statements, executions and proofs of unknown nature', async () => {
    await silent(rule, { main: evidenceOf('SSI/GEN.06.01.01', 'fichier: a.pdf') });
    await silent(rule, { main: evidenceOf(slot, 'declaration: a.pdf') });
    await silent(rule, { main: evidenceOf('MSS/CONF.14.01.01', 'execution: 12') });
    await silent(rule, { main: evidenceOf('INS/va1.30.01.01', 'fichier: a.png') });
    await silent(rule, { main: evidenceOf('INS/va1.99.01.01', 'fichier: a.png') });
    await silent(rule, { main: evidenceOf(slot, '{ fichier: a.png, date: 2026-11-02, version: 12.4.0 }') });
    const unversioned = evidenceOf(slot, '{ fichier: a.png, date: 2026-11-02 }').replace('  version: 12.4.0\n', '');
    await silent(rule, { main: unversioned });
  });
});
