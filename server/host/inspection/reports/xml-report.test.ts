import assert from 'node:assert/strict';
import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { neverCancelled } from '../../../core/ports/cancellation';
import { memorySource } from '../evidence-source';
import { inspectXml } from '../inspect-xml';
import { defaultLimits } from '../limits';

const facts = async (content: string): Promise<ValidationReportFacts | undefined> =>
  (await inspectXml(memorySource(Buffer.from(content), { name: 'r.xml' }), defaultLimits, neverCancelled)).validation;

const svrl = (content: string) =>
  `<s:schematron-output xmlns:s="http://purl.oclc.org/dsdl/svrl" title="volet">${content}</s:schematron-output>`;
const fired = '<s:fired-rule context="a"/>';

describe('inspecting validation reports in XML', () => {
  it('reads what failed in a report of Schematron, by role and flag', async () => {
    const title = { tool: 'schematron', subject: 'volet' };
    for (const [content, expected] of [
      [fired, { ...title, errors: 0, warnings: 0 }],
      [
        fired + '<s:failed-assert test="b"/>',
        { ...title, errors: 1, warnings: 0, verdict: 'failed-assert', passed: false },
      ],
      [fired + '<s:failed-assert role="warning"/>', { ...title, errors: 0, warnings: 1 }],
      [fired + '<s:successful-report/>', { ...title, errors: 0, warnings: 0 }],
      [
        fired + '<s:successful-report flag="fatal"/>',
        { ...title, errors: 1, warnings: 0, verdict: 'failed-assert', passed: false },
      ],
      ['', undefined],
    ] as const)
      assert.deepEqual(await facts(svrl(content)), expected, content);
    assert.equal(await facts('<schematron-output><failed-assert/></schematron-output>'), undefined);
  });

  it('counts the tests of a JUnit report', async () => {
    const report = (cases: string) =>
      `<testsuites><testsuite name="e2e" timestamp="2026-11-02T10:00:00">${cases}</testsuite></testsuites>`;
    const more = { date: '2026-11-02T10:00:00', subject: 'e2e' };
    assert.deepEqual(
      await facts(
        report('<testcase name="a"/><testcase name="b"><failure/><error/></testcase><testcase><skipped/></testcase>'),
      ),
      { tool: 'junit', verdict: '1/2', passed: false, errors: 1, ...more },
    );
    assert.deepEqual(await facts(report('<testcase/>')), {
      tool: 'junit',
      verdict: '1/1',
      passed: true,
      errors: 0,
      ...more,
    });
    assert.deepEqual(await facts(report('<testcase><skipped/></testcase>')), {
      tool: 'junit',
      errors: 0,
      noneRun: { skipped: 1 },
      ...more,
    });
    assert.deepEqual((await facts('<testsuites tests="0"/>'))?.noneRun, { skipped: 0 });
    assert.deepEqual((await facts('<testsuite tests="0" failures="0"/>'))?.noneRun, { skipped: 0 });
    for (const other of ['<testsuites/>', '<testsuite><step/></testsuite>'])
      assert.equal(await facts(other), undefined);
  });

  it('says that the totals of a JUnit report and its cases contradict each other', async () => {
    const suite = (failures: string, inside: string) =>
      facts(`<testsuite tests="2" failures="${failures}" errors="0"><testcase/>${inside}</testsuite>`);
    const failed = '<testcase><failure/></testcase>';
    for (const [failures, inside, errors, contradictory] of [
      ['1', '<testcase/>', 1, true],
      ['0', failed, 1, true],
      ['2', failed, 1, undefined],
      ['0', '<testcase/>', 0, undefined],
    ] as const) {
      const found = await suite(failures, inside);
      assert.deepEqual([found?.errors, found?.contradictory], [errors, contradictory], `${failures} ${inside}`);
    }
    // An inner suite is counted in the one above.
    const nested =
      '<testsuites failures="0"><testsuite failures="0"><testsuite failures="0"><testcase/></testsuite></testsuite></testsuites>';
    assert.equal((await facts(nested))?.passed, true);
  });

  it('reads an OperationOutcome of a validator, and nothing in the answer of a server', async () => {
    const outcome = (issues: string) => `<OperationOutcome xmlns="http://hl7.org/fhir">${issues}</OperationOutcome>`;
    const issue = (severity: string, place = '<expression value="Patient.name"/>') =>
      `<issue><severity value="${severity}"/><code value="invalid"/>${place}</issue>`;
    assert.deepEqual(await facts(outcome(issue('error') + issue('warning'))), {
      tool: 'fhir',
      verdict: 'error',
      passed: false,
      errors: 1,
      warnings: 1,
    });
    assert.deepEqual(await facts(outcome(issue('information'))), { tool: 'fhir', errors: 0, warnings: 0 });
    assert.equal(await facts(outcome(issue('error', '<diagnostics value="refused"/>'))), undefined);
  });

  it('reads whether veraPDF finds a document compliant', async () => {
    const job = (isCompliant: string, failed: number) =>
      `<job><validationReport profileName="PDF/A-2b" isCompliant="${isCompliant}"><details failedRules="${failed}"/></validationReport></job>`;
    const report = (jobs: string) => `<report><jobs>${jobs}</jobs></report>`;
    assert.equal((await facts(report(job('true', 0))))?.passed, true);
    const failed = await facts(report(job('false', 2) + job('true', 0)));
    assert.deepEqual([failed?.passed, failed?.errors], [false, 2]);
    assert.equal(await facts('<report><line isCompliant="false"/></report>'), undefined);
  });
});
