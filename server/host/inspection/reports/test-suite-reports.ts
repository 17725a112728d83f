import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { isRecord, textOf } from './json-values';
import { testReport } from './test-counts';
import { count, reportDate, subjectOf } from './validation-verdict';

/** Newman's JSON reporter: `run.stats.assertions` and `run.failures`; a request that failed counts as much as an assertion. */
export function newmanReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content) || !isRecord(content.run) || !isRecord(content.run.stats)) return undefined;
  const { stats, failures } = content.run;
  const totals = ['assertions', 'requests'].flatMap((name) => (isRecord(stats[name]) ? [stats[name]] : []));
  if (totals.length === 0) return undefined;
  const sum = (key: string) => totals.reduce((total, each) => total + (count(each[key]) ?? 0), 0);
  const failed = Math.max(sum('failed'), Array.isArray(failures) ? failures.length : 0);
  const info = isRecord(content.collection) && isRecord(content.collection.info) ? content.collection.info : {};
  return testReport('newman', { failed, run: Math.max(sum('total'), failed) }, subjectOf(textOf(info.name)));
}

/** Cucumber's JSON: features of scenarios (`elements`) of steps; a scenario fails with any of its steps or hooks. */
export function cucumberReport(content: unknown): ValidationReportFacts | undefined {
  if (!Array.isArray(content)) return undefined;
  const features = content.filter(isRecord).filter(({ elements, keyword }) => Array.isArray(elements) && keyword);
  const scenarios = features
    .flatMap(({ elements }) => elements as readonly unknown[])
    .filter(isRecord)
    .filter(({ type }) => type !== 'background');
  const statuses = scenarios.map((scenario) =>
    ['before', 'steps', 'after'].flatMap((key) =>
      Array.isArray(scenario[key]) ? scenario[key].flatMap(statusOf) : [],
    ),
  );
  const failed = statuses.filter((steps) => steps.some((one) => one === 'failed' || one === 'undefined')).length;
  return testReport('cucumber', { failed, run: statuses.length });
}

function statusOf(step: unknown): string[] {
  const status = isRecord(step) && isRecord(step.result) ? textOf(step.result.status) : undefined;
  return status === undefined ? [] : [status.toLowerCase()];
}

/**
 * Playwright's JSON reporter (`suites`), and the figures inside its page (`files`, `projectNames`): `stats.expected`,
 * `unexpected`, `flaky`. One that passed when tried again passed. Errors outside of any test fail the run.
 */
export function playwrightReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content) || !isRecord(content.stats)) return undefined;
  if (!Array.isArray(content.suites) && !(Array.isArray(content.files) && Array.isArray(content.projectNames)))
    return undefined;
  const [expected, failed] = [count(content.stats.expected), count(content.stats.unexpected)];
  if (expected === undefined || failed === undefined) return undefined;
  const run = expected + failed + (count(content.stats.flaky) ?? 0);
  const errors = Array.isArray(content.errors) ? content.errors.length : 0;
  const counts = { failed: failed + errors, run: run + errors, skipped: count(content.stats.skipped) ?? 0 };
  return testReport('playwright', counts, dated(content.stats.startTime));
}

/** The JSON reporter of Mocha, which Cypress and mochawesome keep: `stats.tests`, `stats.passes` and `stats.failures`. */
export function mochaReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content) || !isRecord(content.stats)) return undefined;
  const [passes, failed] = [count(content.stats.passes), count(content.stats.failures)];
  if (passes === undefined || failed === undefined) return undefined;
  const listed = count(content.stats.tests);
  const skipped = listed === undefined ? {} : { skipped: Math.max(listed - passes - failed, 0) };
  return testReport('mocha', { failed, run: passes + failed, ...skipped }, dated(content.stats.start));
}

function dated(value: unknown): Pick<ValidationReportFacts, 'date'> {
  const date = reportDate(textOf(value));
  return date === undefined ? {} : { date };
}
