import assert from 'node:assert/strict';
import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { neverCancelled } from '../../../core/ports/cancellation';
import { buildZip } from '../../archive/testing/build-zip';
import { detectType } from '../../evidence/content-signature';
import { evidenceInspectors } from '../evidence-inspectors';
import { memorySource } from '../evidence-source';
import { inspectEvidence } from '../inspect-evidence';
import { fakePdfReader } from '../testing/with-parts';

const failed = '<testsuite tests="1" failures="1"><testcase name="a"><failure/></testcase></testsuite>';
const passed = '<testsuite tests="1" failures="0"><testcase name="a"/></testsuite>';
const page = (unexpected: number) => {
  const stats = { total: 2, expected: 2 - unexpected, unexpected, flaky: 0, skipped: 0, ok: unexpected === 0 };
  const report = JSON.stringify({ files: [], projectNames: ['chromium'], stats, startTime: 0 });
  const data = buildZip([{ name: 'report.json', content: report }]).toString('base64');
  return `<!DOCTYPE html><html><title>Playwright Test Report</title><template id="playwrightReportBase64">data:application/zip;base64,${data}</template></html>`;
};

async function validation(
  name: string,
  content: string | Buffer,
  pdf = '',
): Promise<ValidationReportFacts | undefined> {
  const bytes = Buffer.from(content);
  const detected = await detectType(bytes);
  const source = memorySource(bytes, { name, ...(detected && { detected }) });
  return (await inspectEvidence(source, { inspectors: evidenceInspectors(fakePdfReader(pdf)) }, neverCancelled))
    .validation;
}

describe('reports in parts', () => {
  it('tells the one that failed among the members of an archive, and where', async () => {
    const members = [
      { name: 'a/TEST-a.xml', content: passed },
      { name: 'a/TEST-b.xml', content: failed },
    ];
    const found = await validation('r.zip', buildZip(members));
    assert.deepEqual([found?.tool, found?.passed, found?.where], ['junit', false, 'a/TEST-b.xml']);
    const nested = await validation('r.zip', buildZip([{ name: 'b.zip', content: buildZip(members) }]));
    assert.equal(nested?.where, 'b.zip/a/TEST-b.xml');
  });

  it('concludes nothing from those that passed, nor from a sentence in one of many documents', async () => {
    assert.equal(await validation('r.zip', buildZip([{ name: 'a.xml', content: passed }])), undefined);
    assert.equal(await validation('r.zip', buildZip([{ name: 'a.txt', content: 'Résultat : ÉCHEC\n' }])), undefined);
  });

  it('reads the page that Playwright writes', async () => {
    assert.deepEqual(
      [(await validation('index.html', page(1)))?.verdict, await validation('index.html', page(0))],
      ['1/2', undefined],
    );
  });

  it('reads what a page, a text and a PDF state', async () => {
    const html = (status: string) =>
      `<html><title>External Validation Report</title><table><tr><td><b>Validation Test Status</b></td><td><div class="${status}">${status}</div></td></tr></table></html>`;
    assert.equal((await validation('a.html', html('FAILED')))?.passed, false);
    assert.equal((await validation('a.html', html('PASSED')))?.passed, true);
    assert.equal((await validation('a.txt', 'Résultat : ÉCHEC\n'))?.tool, 'statement');
    assert.equal((await validation('a.log', 'TAP version 13\n1..1\nnot ok 1\n'))?.tool, 'tap');
    const pdf = '%PDF-1.4\n%%EOF';
    assert.equal(
      (await validation('a.pdf', pdf, 'Validation Service\nX\nValidation Test Status FAILED'))?.passed,
      false,
    );
  });
});
