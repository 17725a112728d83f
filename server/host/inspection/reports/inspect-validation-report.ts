import type { Inspection, ValidationReportFacts } from '../../../core/evidence/inspection';
import type { Cancellation } from '../../../core/ports/cancellation';
import { decodeText } from '../decode-text';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { isRecord, textOf } from './json-values';
import { operationOutcome } from './operation-outcome-report';
import { carriedDocuments, documentsFacts } from './reported-document';
import { allureReport, ctrfReport, cypressReport, jestReport } from './test-run-reports';
import { cucumberReport, mochaReport, newmanReport, playwrightReport } from './test-suite-reports';
import { count, reportDate, subjectOf, verdictFacts } from './validation-verdict';

/**
 * A saved report in JSON. Reports in XML are read by `inspectXml`. The forms that are known:
 * - Gazelle, current: `overallResult`, `counters`, `validationMethod`, `dateTime` (model 0.1 of its validation service API,
 *   example published with Matchbox);
 * - Gazelle, before: `result`, `validationOverview` (the XML report written as JSON, tests of Gazelle's own readers);
 * - EVSClient: a status such as `DONE_FAILED` (answers of its REST service);
 * - Inferno: a list of results with `test_session_id` and `result`, as its command line and its API give them
 *   (https://github.com/inferno-framework/inferno-core, serializers);
 * - OperationOutcome of FHIR validators; test reports of Newman, Cucumber, Playwright, Jest, Cypress, Mocha (mochawesome),
 *   Allure and in the Common Test Report Format.
 */
export async function inspectValidationReport(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const bytes = await source.readAll(Math.min(limits.maxBytes, limits.maxTextLength));
  if (bytes === undefined || cancellation.isCancellationRequested) return { partial: true };
  const content = parsed(decodeText(bytes)?.text ?? '');
  const validation = firstOf(content, [
    gazelleReport,
    evsStatus,
    infernoResults,
    operationOutcome,
    newmanReport,
    playwrightReport,
    jestReport,
    cypressReport,
    ctrfReport,
    allureReport,
    mochaReport,
    cucumberReport,
  ]);
  return validation === undefined ? {} : { validation };
}

function firstOf(
  content: unknown,
  readers: readonly ((content: unknown) => ValidationReportFacts | undefined)[],
): ValidationReportFacts | undefined {
  for (const read of readers) {
    const facts = read(content);
    if (facts) return facts;
  }
  return undefined;
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Text that is no JSON, or nested too deep to be read, holds no report.
    return undefined;
  }
}

function gazelleReport(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content)) return undefined;
  const { counters, validationMethod: method, validationOverview: overview } = content;
  const isReport = isRecord(method) || Array.isArray(content.reports) || Array.isArray(content.validationItems);
  if (isReport && typeof content.overallResult === 'string') {
    return {
      tool: 'gazelle',
      ...verdictFacts(content.overallResult),
      ...(isRecord(counters) && counts(counters.numberOfFailedWithErrors, counters.numberOfFailedWithWarnings)),
      ...dated(content.dateTime),
      ...(isRecord(method) && subjectOf(textOf(method.validationServiceName), textOf(method.validationProfileID))),
      ...documentsFacts(carriedDocuments(content)),
    };
  }
  if (isRecord(overview) && typeof content.result === 'string' && 'validationServiceName' in overview) {
    return {
      tool: 'gazelle',
      ...verdictFacts(content.result),
      ...(isRecord(counters) && counts(counters.numberOfErrors, counters.numberOfWarnings)),
      ...dated(overview.validationDateTime),
      ...subjectOf(textOf(overview.validationServiceName), textOf(overview.validatorID)),
      ...documentsFacts(carriedDocuments(content)),
    };
  }
  return undefined;
}

/** An answer of EVSClient: the status of a validation, at the top or one level down. */
function evsStatus(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content)) return undefined;
  for (const place of [content, ...Object.values(content).filter(isRecord)]) {
    const status = textOf(place.status) ?? textOf(place.validationStatus);
    if (status !== undefined && /^DONE_[A-Z]+$/.test(status))
      return { tool: 'gazelle', ...verdictFacts(status), ...documentsFacts(carriedDocuments(content)) };
  }
  return undefined;
}

/**
 * The verdict of the suite when there is one. Without it, that of a group or of a test that failed and was not optional: one
 * that passed says nothing of the others.
 */
function infernoResults(content: unknown): ValidationReportFacts | undefined {
  const list = Array.isArray(content) ? content : isRecord(content) ? content.results : undefined;
  if (!Array.isArray(list)) return undefined;
  const results = list.filter(isRecord).filter(isInfernoResult);
  if (results.length === 0) return undefined;
  const latest = (key: string) => results.filter((result) => typeof result[key] === 'string').sort(byDate);
  const suite = latest('test_suite_id').at(-1);
  const failed = [...latest('test_group_id'), ...latest('test_id')].filter(isFailure);
  const judged = suite ?? failed[0];
  const tests = latest('test_id');
  return {
    tool: 'inferno',
    ...verdictFacts(textOf(judged?.result)),
    ...(tests.length > 0 && { errors: tests.filter(isFailure).length }),
    ...dated(judged?.updated_at),
    ...subjectOf(textOf(judged?.test_suite_id) ?? textOf(judged?.test_group_id) ?? textOf(judged?.test_id)),
  };
}

function isFailure({ result, optional }: Readonly<Record<string, unknown>>): boolean {
  return (result === 'fail' || result === 'error') && optional !== true;
}

function isInfernoResult(item: Readonly<Record<string, unknown>>): boolean {
  return typeof item.test_session_id === 'string' && typeof item.result === 'string' && 'test_run_id' in item;
}

function byDate(first: Readonly<Record<string, unknown>>, second: Readonly<Record<string, unknown>>): number {
  const [before, after] = [textOf(first.updated_at) ?? '', textOf(second.updated_at) ?? ''];
  return before < after ? -1 : before > after ? 1 : 0;
}

function counts(errors: unknown, warnings: unknown): Pick<ValidationReportFacts, 'errors' | 'warnings'> {
  const [errorCount, warningCount] = [count(errors), count(warnings)];
  return {
    ...(errorCount !== undefined && { errors: errorCount }),
    ...(warningCount !== undefined && { warnings: warningCount }),
  };
}

function dated(value: unknown): Pick<ValidationReportFacts, 'date'> {
  const date = reportDate(textOf(value));
  return date === undefined ? {} : { date };
}
