import type { Inspection, ValidationReportFacts } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeText } from './decode-text';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { count, reportDate, subjectOf, verdictFacts } from './validation-verdict';

/**
 * A saved report in JSON. Reports in XML are read by `inspectXml`. The forms that are known:
 * - Gazelle, current: `overallResult`, `counters`, `validationMethod`, `dateTime` (model 0.1 of its validation service API,
 *   example published with Matchbox);
 * - Gazelle, before: `result`, `validationOverview` (the XML report written as JSON, tests of Gazelle's own readers);
 * - Inferno: a list of results with `test_session_id` and `result`, as its command line and its API give them
 *   (https://github.com/inferno-framework/inferno-core, serializers).
 */
export async function inspectValidationReport(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const bytes = await source.readAll(Math.min(limits.maxBytes, limits.maxTextLength));
  if (bytes === undefined || cancellation.isCancellationRequested) return { partial: true };
  const content = parsed(decodeText(bytes)?.text ?? '');
  const validation = gazelleReport(content) ?? infernoResults(content);
  return validation === undefined ? {} : { validation };
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
  if (isRecord(method) && typeof content.overallResult === 'string') {
    return {
      tool: 'gazelle',
      ...verdictFacts(content.overallResult),
      ...(isRecord(counters) && counts(counters.numberOfFailedWithErrors, counters.numberOfFailedWithWarnings)),
      ...dated(content.dateTime),
      ...subjectOf(text(method.validationServiceName), text(method.validationProfileID)),
    };
  }
  if (isRecord(overview) && typeof content.result === 'string' && 'validationServiceName' in overview) {
    return {
      tool: 'gazelle',
      ...verdictFacts(content.result),
      ...(isRecord(counters) && counts(counters.numberOfErrors, counters.numberOfWarnings)),
      ...dated(overview.validationDateTime),
      ...subjectOf(text(overview.validationServiceName), text(overview.validatorID)),
    };
  }
  return undefined;
}

/** The verdict of the suite when there is one; without it, none: a test that passed says nothing of the others. */
function infernoResults(content: unknown): ValidationReportFacts | undefined {
  const list = Array.isArray(content) ? content : isRecord(content) ? content.results : undefined;
  if (!Array.isArray(list)) return undefined;
  const results = list.filter(isRecord).filter(isInfernoResult);
  if (results.length === 0) return undefined;
  const suite = results
    .filter(({ test_suite_id: id }) => typeof id === 'string')
    .sort(byDate)
    .at(-1);
  const tests = results.filter(({ test_id: id }) => typeof id === 'string');
  const failed = tests.filter(({ result }) => result === 'fail' || result === 'error');
  return {
    tool: 'inferno',
    ...verdictFacts(text(suite?.result)),
    ...(tests.length > 0 && { errors: failed.length }),
    ...dated(suite?.updated_at),
    ...subjectOf(text(suite?.test_suite_id)),
  };
}

function isInfernoResult(item: Readonly<Record<string, unknown>>): boolean {
  return typeof item.test_session_id === 'string' && typeof item.result === 'string' && 'test_run_id' in item;
}

function byDate(first: Readonly<Record<string, unknown>>, second: Readonly<Record<string, unknown>>): number {
  const [before, after] = [text(first.updated_at) ?? '', text(second.updated_at) ?? ''];
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
  const date = reportDate(text(value));
  return date === undefined ? {} : { date };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
