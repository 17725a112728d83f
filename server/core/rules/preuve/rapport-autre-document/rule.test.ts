import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { ReportedDocument, ValidationReportFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const cda = (sha256 = a, size = 1000) =>
  file({ sha256, size, text: true, inspection: { xml: {}, cda: { templateIds: [] } } });
const report = (tool: ValidationReportFacts['tool'], ...documents: ReportedDocument[]) =>
  file({ text: true, inspection: { validation: { tool, passed: true, ...(documents.length > 0 && { documents }) } } });
const main = (...paths: string[]) => evidenceOf('INS/va1.56.01.01', ...paths.map((path) => `fichier: ${path}`));
const headed = (...paths: string[]) => main(...paths).replace('dossier:', '⟦dossier⟧:');

describe(rule.meta.id, () => {
  it('warns of a report about other content under the name that is cited', async () => {
    for (const [one, document] of [
      [report('gazelle', { name: 'cr.xml', sha256: b }), cda()],
      [report('verapdf', { name: 'CR.xml', size: 900 }), cda()],
    ] as const) {
      const [found] = await fires(rule, {
        main: main('p/cr.xml', '⟦r.json⟧'),
        evidence: { 'p/cr.xml': document, 'r.json': one },
      });
      assert.deepEqual([found?.message, found?.severity, found?.related?.length], ['changed', 'warning', 1]);
    }
  });

  it('hints once at reports about documents that nothing cites, or about none of several', async () => {
    const evidence = {
      'cr.xml': cda(),
      'x.xml': cda(b),
      'r.xml': report('schematron', { name: 'autre.xml' }),
      's.xml': report('gazelle'),
    };
    const [found] = await fires(rule, { main: headed('cr.xml', 'x.xml', 'r.xml', 's.xml'), evidence });
    assert.deepEqual([found?.message, found?.severity, found?.args['count']], ['untied', 'info', 2]);
    assert.equal(found?.related?.length, 2);
  });

  it('accepts a report tied by digest, by name and size, by name, or by its own name', async () => {
    for (const one of [
      report('gazelle', { name: 'autre.xml', sha256: a }),
      report('gazelle', { sha256: a }),
      report('gazelle', { name: 'cr.xml', sha256: b, alike: [a] }),
      report('verapdf', { name: 'cr.xml', size: 1000 }),
      report('fhir', { name: 'CR.XML' }),
      report('gazelle', { name: 'cr.xml', sha256: b }, { name: 'z.xml', sha256: a }),
    ])
      await silent(rule, { main: main('cr.xml', 'r.xml'), evidence: { 'cr.xml': cda(), 'r.xml': one } });
    const named = { 'cr-bio.xml': cda(), 'x.xml': cda(b), 'rapport_CR-bio.xml': report('gazelle') };
    await silent(rule, { main: main('cr-bio.xml', 'x.xml', 'rapport_CR-bio.xml'), evidence: named });
  });

  it('says nothing of tests, of a report alone or beside one document, or of what is not known', async () => {
    const other = report('gazelle', { name: 'autre.xml' });
    await silent(rule, { main: main('r.xml'), evidence: { 'r.xml': other } });
    await silent(rule, { main: main('cr.xml', 'r.xml'), evidence: { 'cr.xml': cda(), 'r.xml': report('gazelle') } });
    await silent(rule, {
      main: main('a.png', 'r.xml'),
      evidence: { 'a.png': file({ inspection: {} }), 'r.xml': other },
    });
    const tests = { 'cr.xml': cda(), 'x.xml': cda(b), 'r.xml': report('junit') };
    await silent(rule, { main: main('cr.xml', 'x.xml', 'r.xml'), evidence: tests });
    await silent(rule, { main: main('cr.xml', 'r.xml') });
  });
});
