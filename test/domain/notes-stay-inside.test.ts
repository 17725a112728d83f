import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvOf } from '../../server/core/report/csv';
import { htmlReport } from '../../server/core/report/html/page';
import { markdownReport } from '../../server/core/report/markdown';
import type { Report, ReportOptions } from '../../server/core/report/report';
import { reportOf } from '../../server/core/report/report-of';
import { coverageTable, reportTables } from '../../server/core/report/report-tables';
import { rules } from '../../server/core/rules/registry';
import { analyse } from '../kit/dossier-kit';

const forAns: ReportOptions = { locale: 'fr', forAns: true, toolVersion: '0.0.0', evidenceFile: () => undefined };

const everyFormat = (report: Report): string[] => [
  htmlReport(report),
  markdownReport(report),
  csvOf(coverageTable(report), { separator: ',', byteOrderMark: false }),
  JSON.stringify(reportTables(report)),
];

describe('notes of the team, in a report for ANS', () => {
  it('keeps notes in the house whatever they are and wherever they stand', async () => {
    const token = 'MOT-GARDE';
    const note = fc.string({ maxLength: 20 }).map((text) => JSON.stringify(`${token} ${text}`));
    const places = fc.subarray([
      'dossier',
      'requirement',
      'scenario',
      'evidence',
      'notApplicable',
      'review',
      'approval',
    ]);
    await fc.assert(
      fc.asyncProperty(note, places, async (text, at) => {
        const key = (place: string, margin: string) =>
          (at as readonly string[]).includes(place) ? `${margin}note_interne: ${text}\n` : '';
        const { analysis } = await analyse(rules, {
          main: `version: 1
${key('dossier', '')}dossier:
  dispositif: MDV-LGC-Va2
agrements:
  - teleservice: DMP
${key('approval', '    ')}exigences:
  INS/va1.56:
${key('requirement', '    ')}    scenarios:
      INS/va1.56.02:
${key('scenario', '        ')}        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/film.mp4
${key('evidence', '              ')}              revue:
                par: A. Martin
${key('review', '                ')}  SSI/GEN.06:
    non_applicable:
${key('notApplicable', '      ')}      justification: Sans objet.
`,
        });
        for (const page of everyFormat(reportOf(analysis, forAns))) assert.ok(!page.includes(token));
      }),
      { seed: 20261215, numRuns: 25 },
    );
  });
});
