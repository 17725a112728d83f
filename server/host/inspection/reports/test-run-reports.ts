import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { isRecord, textOf } from './json-values';
import { testReport } from './test-counts';
import { count, reportDate, subjectOf } from './validation-verdict';

/**
 * The JSON of Jest, which Vitest writes too: `numTotalTests`, `numFailedTests`, `success`. A suite that could not be run fails
 * without any test.
 */
export function jestReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content) || !Array.isArray(content.testResults)) return undefined;
  const [total, failed, passed] = ['numTotalTests', 'numFailedTests', 'numPassedTests'].map((key) =>
    count(content[key]),
  );
  if (total === undefined || failed === undefined || passed === undefined) return undefined;
  const broken = count(content.numRuntimeErrorTestSuites) ?? 0;
  const counts = {
    failed: failed + broken,
    run: failed + passed + broken,
    skipped: Math.max(total - failed - passed, 0),
  };
  const declaredPassed = typeof content.success === 'boolean' ? content.success : undefined;
  return testReport('jest', { ...counts, declaredPassed }, dated(content.startTime));
}

/** The result of one test as Allure keeps it (`…-result.json`), or the figures of its page (`widgets/summary.json`). */
export function allureReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content)) return undefined;
  if (isRecord(content.statistic) && typeof content.reportName === 'string') {
    const [failed, broken, skipped, passed] = ['failed', 'broken', 'skipped', 'passed'].map(
      (key) => count((content.statistic as Readonly<Record<string, unknown>>)[key]) ?? 0,
    ) as [number, number, number, number];
    const counts = { failed: failed + broken, run: failed + broken + passed, skipped };
    return testReport('allure', counts, subjectOf(content.reportName));
  }
  const { uuid, stage, labels, start } = content;
  const status = textOf(content.status) ?? '';
  const isResult =
    typeof uuid === 'string' && (stage === 'finished' || Array.isArray(labels)) && typeof start === 'number';
  if (!isResult || !/^(?:passed|failed|broken|skipped)$/.test(status)) return undefined;
  const failed = status === 'failed' || status === 'broken' ? 1 : 0;
  const skipped = status === 'skipped' ? 1 : 0;
  return testReport(
    'allure',
    { failed, run: 1 - skipped, skipped },
    { ...dated(start), ...subjectOf(textOf(content.fullName) ?? textOf(content.name)) },
  );
}

/** The Common Test Report Format: `results.summary` and `results.tests` (ctrf.io). */
export function ctrfReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content) || !isRecord(content.results)) return undefined;
  const { tool, summary, tests } = content.results;
  if (!isRecord(tool) || !isRecord(summary)) return undefined;
  const [failed, passed] = [count(summary.failed), count(summary.passed)];
  if (failed === undefined || passed === undefined) return undefined;
  const listed = Array.isArray(tests) ? tests.filter(isRecord) : [];
  const failing = listed.filter(({ status }) => status === 'failed').length;
  const skipped = ['skipped', 'pending', 'other'].reduce((sum, key) => sum + (count(summary[key]) ?? 0), 0);
  // Without the list, the totals are all there is.
  const counted = listed.length > 0 ? failing : failed;
  const run = Math.max(failed + passed, counted);
  return testReport(
    'ctrf',
    { failed: counted, run, skipped, declaredFailed: failed },
    { ...dated(summary.start), ...subjectOf(textOf(tool.name)) },
  );
}

/** What Cypress gives of a run: `totalTests`, `totalFailed`, `runs`. */
export function cypressReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content) || !Array.isArray(content.runs)) return undefined;
  const [total, failed, passed] = ['totalTests', 'totalFailed', 'totalPassed'].map((key) => count(content[key]));
  if (total === undefined || failed === undefined || passed === undefined) return undefined;
  const counts = { failed, run: failed + passed, skipped: Math.max(total - failed - passed, 0) };
  return testReport('cypress', counts, dated(content.startedTestsAt));
}

/** ISO 8601, or milliseconds since 1970. */
function dated(value: unknown): Pick<ValidationReportFacts, 'date'> {
  const isTime = typeof value === 'number' && value > 946_684_800_000 && value < 4_102_444_800_000;
  const date = reportDate(isTime ? new Date(value).toISOString() : textOf(value));
  return date === undefined ? {} : { date };
}
