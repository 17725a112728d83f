import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { Inspection } from '../../../evidence/inspection';
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

  describe('by its content', () => {
    const main = (item: string) => of(item);
    const seen = (inspection: Inspection) => ({ 'a.png': file({ inspection }) });

    it('reports the latest date that is too early', async () => {
      const evidence = seen({ image: { width: 800, height: 600, date: '2026-10-11T18:00:00' } });
      for (const item of ['{ fichier: ⟦a.png⟧ }', '{ fichier: ⟦a.png⟧, date: 2026-11-02, version: 12.4.0 }']) {
        const [found] = await fires(rule, { main: main(item), evidence });
        assert.deepEqual([found?.message, found?.severity, found?.effect], ['contentOlder', 'info', undefined]);
      }
      const validation = { tool: 'gazelle', date: '2026-06-01' } as const;
      await fires(rule, { main: main('fichier: ⟦a.png⟧'), evidence: seen({ validation }) });
    });

    it('is silent for later dates, clocks that were never set, and what was not read whole', async () => {
      const created = (date: string, more: Inspection = {}) => seen({ video: { created: date, tracks: [] }, ...more });
      for (const date of ['2026-10-12', '2026-11-02T10:00:00', '2000-01-01', '1904-01-01']) {
        await silent(rule, { main: main('fichier: a.png'), evidence: created(date) });
      }
      const mail = { from: [], to: [], headers: {}, attachments: [], date: '2026-11-02' };
      await silent(rule, { main: main('fichier: a.png'), evidence: created('2026-01-01', { mail }) });
      await silent(rule, { main: main('fichier: a.png'), evidence: created('2026-01-01', { partial: true }) });
      await silent(rule, { main: main('{ fichier: a.png, version: 12.3.0 }'), evidence: created('2026-01-01') });
      await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'fichier: a.png'), evidence: created('2026-01-01') });
    });

    it('goes by the dates of a journal, not of other texts', async () => {
      const text = { encoding: 'utf-8', lines: 2, firstDate: '2026-01-01', lastDate: '2026-01-02' } as const;
      const evidence = seen({ text });
      await fires(rule, { main: main('fichier: ⟦a.png⟧'), evidence, catalogue: asking(['log']) });
      await silent(rule, { main: main('fichier: a.png'), evidence, catalogue: asking(['extrait_configuration']) });
    });
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
