import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

const of = (date: string, proof = 'INS/va1.56.01.01') => evidenceOf(proof, `{ fichier: a.png, date: ${date} }`);
const seen = (inspection: Inspection) => ({ 'a.png': file({ inspection }) });
const mail = (date: string) => ({ mail: { from: [], to: [], headers: {}, attachments: [], date } });
const image = (date: string) => ({ image: { width: 800, height: 600, date } });
const message = (date: string) => ({ hl7: { messages: [{ segments: [], date }] } });
const text = { text: { encoding: 'utf-8', lines: 2, firstDate: '2026-10-14', lastDate: '2026-11-04' } } as const;

describe(rule.meta.id, () => {
  it('reports what was written later: e-mails, messages, reports, journals', async () => {
    for (const facts of [
      mail('2026-10-16T00:10:00'),
      message('2026-11-04'),
      { validation: { tool: 'gazelle', date: '2026-11-04' } } as const,
    ]) {
      const [found] = await fires(rule, { main: of('⟦2026-10-14⟧'), evidence: seen(facts) });
      assert.deepEqual([found?.severity, found?.effect], ['warning', undefined]);
    }
    await fires(rule, { main: of('⟦2026-10-14⟧'), evidence: seen(text), catalogue: asking(['log']) });
  });

  it('only informs of a picture or a film, which may have been saved again', async () => {
    for (const facts of [image('2026-11-04T09:00:00'), { video: { created: '2026-11-04', tracks: [] } }]) {
      const [found] = await fires(rule, { main: of('⟦2026-10-14⟧'), evidence: seen(facts) });
      assert.equal(found?.severity, 'info');
    }
  });

  it('only informs of what an archive holds, and says nothing of PDF', async () => {
    const archive: Inspection = { entryExtensions: ['eml'], partsDay: '2026-11-04' };
    const [found] = await fires(rule, { main: of('⟦2026-10-14⟧'), evidence: seen(archive) });
    assert.equal(found?.severity, 'info');
    for (const other of [
      { ...archive, partsDay: '2026-10-15' },
      { ...archive, partsDay: '2999-01-01' },
      { ...archive, partial: true },
      { ...archive, pdf: { encrypted: false, signatures: [] } },
    ])
      await silent(rule, { main: of('2026-10-14'), evidence: seen(other) });
  });

  it('takes what is still to come for no day of recording', async () => {
    await silent(rule, { main: of('2026-10-14'), evidence: seen(mail('2999-01-01')) });
  });

  it('accepts the same day, the day after, and earlier', async () => {
    for (const day of ['2026-10-14', '2026-10-15T23:59:00', '2026-10-01', '1970-01-01'])
      for (const facts of [mail(day), image(day), message(day)])
        await silent(rule, { main: of('2026-10-14'), evidence: seen(facts) });
  });

  it('says nothing of papers, of texts that are no journal, and of what is not known', async () => {
    const later = seen(mail('2026-11-04'));
    await silent(rule, { main: of('2026-10-14'), evidence: seen(text), catalogue: asking(['extrait_code']) });
    await silent(rule, { main: of('2026-10-14', 'SSI/GEN.06.01.01'), evidence: later });
    await silent(rule, { main: of('2026-10-14').replace('fichier', 'declaration'), evidence: later });
    await silent(rule, { main: of('2026-10-14'), evidence: seen({ ...mail('2026-11-04'), partial: true }) });
    await silent(rule, { main: of('2026-10-14'), evidence: seen({ ...image('2026-11-04'), partial: true }) });
    await silent(rule, { main: of('2026-02-31'), evidence: later });
    await silent(rule, { main: of('2026-10-14') });
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'fichier: a.png'), evidence: later });
  });
});
