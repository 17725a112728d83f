import assert from 'node:assert/strict';
import { allureReport, ctrfReport, cypressReport, jestReport } from './test-run-reports';
import { mochaReport, playwrightReport } from './test-suite-reports';

const time = Date.UTC(2026, 10, 2, 10);
const date = '2026-11-02T10:00:00';

const jest = (failed: number, passed: number, more: object = {}) => ({
  numTotalTests: failed + passed + 1,
  numFailedTests: failed,
  numPassedTests: passed,
  success: failed === 0,
  startTime: time,
  testResults: [],
  ...more,
});
const allure = (status: string, more: object = {}) => ({
  uuid: 'u',
  name: 'n',
  stage: 'finished',
  start: time,
  status,
  ...more,
});
const ctrf = (failed: number, passed: number, statuses: readonly string[] = []) => ({
  results: {
    tool: { name: 'vitest' },
    summary: { tests: failed + passed, failed, passed, skipped: 0, pending: 0, other: 0, start: time },
    tests: statuses.map((status) => ({ name: 'a', status })),
  },
});
const cypress = (failed: number, passed: number) => ({
  totalTests: failed + passed,
  totalFailed: failed,
  totalPassed: passed,
  startedTestsAt: '2026-11-02T10:00:00.000Z',
  runs: [],
});

describe('reports of test runs in JSON', () => {
  it('reads those of Jest, with suites that could not be run', () => {
    assert.deepEqual(jestReport(jest(1, 2)), { tool: 'jest', verdict: '2/3', passed: false, errors: 1, date });
    assert.equal(jestReport(jest(0, 2))?.passed, true);
    assert.deepEqual(jestReport(jest(0, 0))?.noneRun, { skipped: 1 });
    assert.equal(jestReport(jest(0, 2, { numRuntimeErrorTestSuites: 1, success: false }))?.passed, false);
    assert.equal(jestReport(jest(1, 2, { success: true }))?.contradictory, true);
    for (const other of [{ success: false }, { testResults: [], numFailedTests: 2 }, { numFailedTests: 1 }, []])
      assert.equal(jestReport(other), undefined);
  });

  it('reads the result of a test of Allure, and the figures of its page', () => {
    assert.deepEqual(allureReport(allure('broken')), {
      tool: 'allure',
      verdict: '0/1',
      passed: false,
      errors: 1,
      date,
      subject: 'n',
    });
    assert.equal(allureReport(allure('passed'))?.passed, true);
    assert.deepEqual(allureReport(allure('skipped'))?.noneRun, { skipped: 1 });
    const summary = { reportName: 'r', statistic: { failed: 1, broken: 1, passed: 3, skipped: 0 } };
    assert.deepEqual(allureReport(summary)?.verdict, '3/5');
    for (const other of [allure('unknown'), { uuid: 'u', status: 'failed', start: time }, { statistic: { failed: 1 } }])
      assert.equal(allureReport(other), undefined);
  });

  it('reads the Common Test Report Format', () => {
    assert.deepEqual(ctrfReport(ctrf(1, 2, ['failed', 'passed', 'passed'])), {
      tool: 'ctrf',
      verdict: '2/3',
      passed: false,
      errors: 1,
      date,
      subject: 'vitest',
    });
    assert.equal(ctrfReport(ctrf(0, 2))?.passed, true);
    assert.equal(ctrfReport(ctrf(1, 2, ['passed', 'passed', 'passed']))?.contradictory, true);
    assert.equal(ctrfReport(ctrf(0, 1, ['failed']))?.contradictory, true);
    for (const other of [{ results: { summary: { failed: 1, passed: 0 } } }, { results: [], tool: {} }])
      assert.equal(ctrfReport(other), undefined);
  });

  it('reads the runs of Cypress', () => {
    assert.deepEqual(cypressReport(cypress(1, 1)), { tool: 'cypress', verdict: '1/2', passed: false, errors: 1, date });
    assert.equal(cypressReport(cypress(0, 1))?.passed, true);
    for (const other of [{ totalFailed: 1 }, { runs: [], totalFailed: 1 }])
      assert.equal(cypressReport(other), undefined);
  });

  it('reads mochawesome, and the figures inside the page of Playwright', () => {
    assert.deepEqual(mochaReport({ stats: { tests: 2, passes: 0, failures: 0, pending: 2 }, results: [] })?.noneRun, {
      skipped: 2,
    });
    assert.equal(mochaReport({ stats: { tests: 2, passes: 1, failures: 1 }, results: [] })?.passed, false);
    const page = { files: [], projectNames: ['a'], stats: { total: 2, expected: 1, unexpected: 1, flaky: 0 } };
    assert.equal(playwrightReport(page)?.verdict, '1/2');
    assert.equal(playwrightReport({ files: [], stats: page.stats }), undefined);
    assert.equal(playwrightReport({ suites: [], errors: [{}], stats: { expected: 0, unexpected: 0 } })?.passed, false);
  });
});
