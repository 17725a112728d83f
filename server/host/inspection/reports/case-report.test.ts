import assert from 'node:assert/strict';
import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { neverCancelled } from '../../../core/ports/cancellation';
import { memorySource } from '../evidence-source';
import { inspectXml } from '../inspect-xml';
import { defaultLimits } from '../limits';

const facts = async (content: string): Promise<ValidationReportFacts | undefined> =>
  (await inspectXml(memorySource(Buffer.from(content), { name: 'r.xml' }), defaultLimits, neverCancelled)).validation;

const team = 'http://microsoft.com/schemas/VisualStudio/TeamTest/2010';

/** What a report of each tool is made of: some cases and the totals that it states. */
const forms: Readonly<Record<string, { passed: string; failed: string; skipped: string; others: readonly string[] }>> =
  {
    nunit3: {
      passed:
        '<test-run result="Passed" failed="0" start-time="2026-11-02 10:00:00Z"><test-suite name="S"><test-case result="Passed"/></test-suite></test-run>',
      failed:
        '<test-run result="Failed" failed="1" start-time="2026-11-02 10:00:00Z"><test-suite name="S"><test-case result="Failed"/></test-suite></test-run>',
      skipped: '<test-run result="Skipped" failed="0"><test-case result="Skipped"/></test-run>',
      others: ['<test-run><step result="Failed"/></test-run>', '<run><test-case result="Failed"/></run>'],
    },
    nunit2: {
      passed:
        '<test-results name="S" errors="0" failures="0" date="2026-11-02" time="10:00:00"><test-case executed="True" result="Success" success="True"/></test-results>',
      failed:
        '<test-results name="S" errors="0" failures="1" date="2026-11-02" time="10:00:00"><test-case executed="True" result="Failure" success="False"/></test-results>',
      skipped: '<test-results failures="0"><test-case executed="False" result="Ignored"/></test-results>',
      others: ['<test-results failures="1"/>', '<test-results><test-case result="Failure"/></test-results>'],
    },
    xunit: {
      passed:
        '<assemblies><assembly name="C:\\b\\S" run-date="2026-11-02" run-time="10:00:00" failed="0"><collection><test result="Pass"/></collection></assembly></assemblies>',
      failed:
        '<assembly name="/b/S" run-date="2026-11-02" run-time="10:00:00" failed="1" errors="0"><class><test result="Fail"/></class></assembly>',
      skipped: '<assemblies><assembly><collection><test result="Skip"/></collection></assembly></assemblies>',
      others: [
        '<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0"><test result="Fail"/></assembly>',
        '<assembly><id>bin</id><fileSets><fileSet/></fileSets></assembly>',
      ],
    },
    trx: {
      passed: `<TestRun xmlns="${team}" name="S"><Times start="2026-11-02T10:00:00"/><Results><UnitTestResult outcome="Passed"/></Results><ResultSummary outcome="Completed"><Counters failed="0" error="0"/></ResultSummary></TestRun>`,
      failed: `<TestRun xmlns="${team}" name="S"><Times start="2026-11-02T10:00:00"/><Results><UnitTestResult outcome="Failed"/></Results><ResultSummary outcome="Failed"><Counters failed="1"/></ResultSummary></TestRun>`,
      skipped: `<TestRun xmlns="${team}"><Results><UnitTestResult outcome="NotExecuted"/></Results></TestRun>`,
      others: [
        '<TestRun><Results><UnitTestResult outcome="Failed"/></Results></TestRun>',
        `<TestRun xmlns="${team}"><Result outcome="Failed"/></TestRun>`,
      ],
    },
    robot: {
      passed:
        '<robot generated="20261102 10:00:00.000"><suite name="S"><test><kw><status status="FAIL"/></kw><status status="PASS"/></test><status status="PASS"/></suite></robot>',
      failed:
        '<robot generated="2026-11-02T10:00:00.000"><suite name="S"><test><status status="FAIL">x</status></test><status status="FAIL"/></suite></robot>',
      skipped: '<robot><suite><test><status status="SKIP"/></test></suite></robot>',
      others: ['<robot name="bras"><link name="a"/></robot>', '<robot><status status="FAIL"/></robot>'],
    },
    testng: {
      passed:
        '<testng-results failed="0"><suite name="S" started-at="2026-11-02T10:00:00 CET"><test-method status="PASS"/><test-method is-config="true" status="FAIL"/></suite></testng-results>',
      failed:
        '<testng-results failed="1"><suite name="S" started-at="2026-11-02T10:00:00 CET"><test-method status="FAIL"/></suite></testng-results>',
      skipped: '<testng-results failed="0"><test-method status="SKIP"/></testng-results>',
      others: ['<suite name="testng"><test name="a"/></suite>', '<testng-results/>'],
    },
  };

describe('inspecting reports of test cases in XML', () => {
  for (const [name, { passed, failed, skipped, others }] of Object.entries(forms)) {
    it(`reads those of ${name}, and no other document`, async () => {
      const more = { date: '2026-11-02T10:00:00', subject: 'S' };
      const tool = name.replace(/\d$/, '');
      assert.deepEqual(await facts(passed), { tool, verdict: '1/1', passed: true, errors: 0, ...more });
      assert.deepEqual(await facts(failed), { tool, verdict: '0/1', passed: false, errors: 1, ...more });
      assert.deepEqual((await facts(skipped))?.noneRun, { skipped: 1 });
      for (const other of others) assert.equal(await facts(other), undefined, other);
    });
  }

  it('says that totals or a conclusion and the cases contradict each other', async () => {
    const contradictory = '<test-run result="Passed" failed="0"><test-case result="Failed"/></test-run>';
    assert.equal((await facts(contradictory))?.contradictory, true);
    const cut = '<testng-results failed="2"><test-method status="PASS"/></testng-results>';
    const found = await facts(cut);
    assert.deepEqual([found?.contradictory, found?.passed, found?.errors], [true, false, 2]);
    const aborted = `<TestRun xmlns="${team}"><Results><UnitTestResult outcome="Passed"/></Results><ResultSummary outcome="Failed"/></TestRun>`;
    assert.deepEqual([(await facts(aborted))?.passed, (await facts(aborted))?.errors], [false, 0]);
  });

  it('lets a test fail that its report calls not critical', async () => {
    const cases = '<test><status status="FAIL" critical="no"/></test><test><status status="PASS"/></test>';
    assert.equal((await facts(`<robot><suite>${cases}</suite></robot>`))?.passed, true);
  });
});
