import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { htmlReport } from './html/page';
import { markdownReport } from './markdown';
import { reportOf } from './report-of';

const main = manifest(`chapitres:
  Pro Santé Connect:
    statut: modification demandée
    historique:
      - { le: 2026-11-10, statut: modification demandée, commentaire: Trop <court>. }
`);

describe('requests of ANS in the report', () => {
  const reports = async (text: string, forAns: boolean) => {
    const { analysis } = await analyse([], { main: text });
    const report = reportOf(analysis, { locale: 'fr', forAns, toolVersion: '0', evidenceFile: () => undefined });
    return { page: htmlReport(report), markdown: markdownReport(report) };
  };

  it('stand first, with the day by which ANS advises to answer', async () => {
    const { page, markdown } = await reports(main, false);
    assert.ok(page.indexOf('id="demandes"') < page.indexOf('id="chapitres"'));
    assert.match(
      page,
      /<td>2026-11-10<\/td><td>Trop &#60;court&#62;\.<\/td><td>2026-11-11<\/td><td>à traiter, en retard/,
    );
    assert.match(markdown, /## Demandes de l’ANS à traiter\n[^]*2026-11-10 \| Trop/);
  });

  it('are not in a report for ANS, nor where there are none', async () => {
    for (const { page, markdown } of [
      await reports(main, true),
      await reports(main.replace('commentaire:', 'repondu_le: 2026-11-12, commentaire:'), false),
    ])
      assert.ok(!page.includes('id="demandes"') && !markdown.includes('Demandes de l’ANS'));
  });
});
