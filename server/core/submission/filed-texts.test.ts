import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import { writeCells } from '../cells/write-cells';
import { csvOf } from '../report/csv';
import { htmlReport } from '../report/html/page';
import { reportOf } from '../report/report-of';
import { coverageTable } from '../report/report-tables';
import { filedTexts } from './filed-texts';
import { packageContent } from './package-content';

const main = manifest(`exigences:
  INS/va1.56:
    commentaire: Sur l’exigence.
    scenarios:
      INS/va1.56.02:
        conformite:
          texte: |-
            Le logiciel appelle INSi.
            Puis il garde l’identité.
          redige_par: REDACTRICE
        preuves:
          INS/va1.56.02.01: [ { fichier: film.mp4 } ]
      INS/va1.56.01:
        conformite: { redige_par: REDACTRICE }
`);
const evidence = { 'film.mp4': file() };

describe('texts for the examiner', () => {
  it('are those of requirements and scenarios, without who wrote them', async () => {
    const { analysis } = await analyse([], { main, evidence });
    const place = { chapter: 'Identité nationale de santé', requirement: 'INS/va1.56' };
    assert.deepEqual(filedTexts(analysis), [
      { ...place, comment: 'Sur l’exigence.' },
      { ...place, scenario: 'INS/va1.56.02', conformity: 'Le logiciel appelle INSi.\nPuis il garde l’identité.' },
    ]);
  });

  it('stand in the package, its page and its record, and the report for ANS; who wrote them in none', async () => {
    const { analysis } = await analyse([], { main, evidence });
    const entries = packageContent(analysis, { scope: {}, draft: true, toolVersion: '0.0.0' });
    const texts = entries.map(({ name, content }): [string, string] => {
      if (content.kind === 'after') return [name, content.text([])];
      return [name, content.kind === 'table' ? JSON.stringify(content.table([])) : JSON.stringify(content)];
    });
    const report = reportOf(analysis, {
      locale: 'fr',
      forAns: true,
      toolVersion: '0.0.0',
      evidenceFile: () => undefined,
    });
    const reports: [string, string][] = [
      ['html', htmlReport(report)],
      ['csv', csvOf(coverageTable(report), { separator: ',', byteOrderMark: false })],
    ];
    for (const [name, text] of [...texts, ...reports]) assert.ok(!text.includes('REDACTRICE'), name);
    const holders = [...texts, ...reports].filter(([, text]) => text.includes('Le logiciel appelle INSi.'));
    const names = holders.map(([name]) => name.slice(name.lastIndexOf('/') + 1));
    assert.deepEqual(names.filter((name) => !name.endsWith('.yaml')).sort(), [
      'csv',
      'depot.json',
      'html',
      'index.html',
    ]);
    assert.equal(names.filter((name) => name.endsWith('.preuves.yaml')).length, 1);
  });

  it('are written by the fiche as they are typed, lines and all', async () => {
    const { analysis } = await analyse([], { main, evidence });
    const slot = { proof: 'INS/va1.56.02', scenario: 'INS/va1.56.02', requirement: 'INS/va1.56' };
    const cells = (['texte', 'redige_par'] as const).map((field) => ({
      kind: 'entry' as const,
      slot,
      level: 'scenario' as const,
      field: `conformite.${field}`,
      value: field === 'texte' ? 'Une ligne.\nUne autre.' : 'CM',
    }));
    const outcome = writeCells(analysis, cells, 'fr');
    assert.ok(outcome.kind === 'planned', JSON.stringify(outcome));
    const after = outcome.files[0]?.after ?? '';
    assert.match(after, /texte: \|-\n\s+Une ligne\.\n\s+Une autre\.\n\s+redige_par: CM\n/);
  });
});
