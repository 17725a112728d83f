import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import type { Locale } from '../../core/messages/say';
import { neverCancelled } from '../../core/ports/cancellation';
import { missingLetter, shootingScript } from '../../core/report/runsheet/sheet-of';
import { sheetMarkdown, sheetPage } from '../../core/report/runsheet/sheet-text';
import { runsheetOf } from '../../core/report/runsheet/runsheet-of';
import { renderTasks, taskFormats } from '../../core/report/tasks/render-tasks';
import { tasksOf } from '../../core/report/tasks/tasks-of';
import { rules } from '../../core/rules/registry';
import { renderReport } from '../operations/write-report';
import { detectType } from '../evidence/content-signature';
import { evidenceInspectors } from './evidence-inspectors';
import { memorySource } from './evidence-source';
import { inspectEvidence } from './inspect-evidence';
import { fakePdfReader } from './testing/with-parts';

const main = manifest(`exigences:
  INS/va1.56:
    note_interne: Pour nous.
    suivi: { responsable: AM, pour_le: 2026-11-30 }
`);
const locales: readonly Locale[] = ['fr', 'en'];
const csvs = [
  { separator: ',', byteOrderMark: false },
  { separator: ';', byteOrderMark: true },
] as const;

/** What is found of a content under a name that says nothing. */
async function house(name: string, content: Uint8Array | string, pdf = '') {
  const bytes = Buffer.from(content);
  const detected = await detectType(bytes);
  const source = memorySource(bytes, { name, ...(detected && { detected }) });
  const inspectors = evidenceInspectors(fakePdfReader(pdf));
  return (await inspectEvidence(source, { inspectors }, neverCancelled)).ofTheHouse;
}

describe('documents that the tool wrote for the team', () => {
  it('are known in every form of a report, a list of tasks and a shooting script; those that may leave are not', async () => {
    const { analysis } = await analyse(rules, { main });
    for (const locale of locales) {
      for (const format of ['html', 'md', 'csv', 'xlsx'] as const) {
        for (const csv of csvs) {
          const own = { analysis, format, locale, csv, evidenceFile: () => undefined };
          const [kept, leaving] = [false, true].map((forAns) => renderReport({ ...own, forAns }));
          assert.ok(kept !== undefined && leaving !== undefined);
          assert.deepEqual(await house(`p.${format}`, kept), {}, `${format} ${locale}`);
          assert.equal(await house(`p.${format}`, leaving), undefined, `${format} ${locale} for ANS`);
        }
      }
      for (const format of taskFormats) {
        for (const csv of csvs) {
          const lists = [{ list: tasksOf(analysis), file: 'a', calendar: 'a' }];
          const text = renderTasks({ lists, at: '2026-12-01', format, locale, csv, stamp: 0 });
          assert.deepEqual(
            await house(`p.${format === 'text' ? 'txt' : format}`, text),
            {},
            `tasks ${format} ${locale}`,
          );
        }
      }
      const choice = { by: 'chapter' } as const;
      const script = shootingScript(runsheetOf(analysis, choice), choice, locale);
      assert.deepEqual(await house('p.html', sheetPage(script, locale)), {}, `script ${locale}`);
      assert.deepEqual(await house('p.md', sheetMarkdown(script, locale)), {}, `script ${locale}`);
      const letter = missingLetter(runsheetOf(analysis, choice), choice, locale);
      assert.equal(await house('p.html', sheetPage(letter, locale)), undefined, 'a letter that leaves');
    }
  });

  it('are known when a spreadsheet program wrote the table again, when they are printed, and in an archive', async () => {
    const { analysis } = await analyse(rules, { main });
    const report = { analysis, locale: 'fr', forAns: false, evidenceFile: () => undefined } as const;
    const csv = String(renderReport({ ...report, format: 'csv', csv: csvs[1] }));
    const latin = Buffer.from(`sep=;\r\n${csv.slice(1)}`.replaceAll('’', "'"), 'latin1');
    assert.deepEqual(await house('export.txt', latin), {});
    const notice =
      'Rapport interne : il contient les notes de\nl’équipe et les constats. Il n’est pas à transmettre à l’ANS.';
    assert.deepEqual(await house('p.pdf', '%PDF-1.7\n%%EOF', notice), {});
    const inner = zipSync({ 'suivi/r.csv': strToU8(csv) });
    assert.deepEqual(await house('p.zip', zipSync({ 'a.txt': strToU8('journal'), 'b.zip': inner })), {
      where: 'b.zip/suivi/r.csv',
    });
  });

  it('are never guessed', async () => {
    for (const text of [
      'Document interne. Ne pas transmettre à l’ANS.',
      'Rapport interne : il contient les notes de l’équipe.',
      'Exigence;Preuve;Responsable;Pour le;En retard;Travail\nINS;1;AM;2026-12-01;oui;fait\n',
      'Clé;Preuve;Intitulé;Responsable;Pour le;Travail;En retard\n',
      'Note interne;Note\n',
      'journal\nClé,Preuve,Intitulé,Responsable,Pour le,En retard,Travail\n',
      '{ "sha256_tagmanifest": "a" }',
      'segur-preuves/rapport',
    ])
      assert.equal(await house('p.txt', text), undefined, text);
  });
});
