import type { ValidationReportFacts } from '../../../core/evidence/inspection';

/** What a test report says: how many tests failed, of how many. */
interface TestCounts {
  readonly failed: number;
  /** Without those that were skipped. */
  readonly run: number;
  /** Absent where the report is not known to list them: nothing is then said of a report in which none was run. */
  readonly skipped?: number;
  /** Failures by the totals that the report states of itself, where it states any. */
  readonly declaredFailed?: number | undefined;
  /** What it concludes of the whole, where it does. */
  readonly declaredPassed?: boolean | undefined;
}

/**
 * The facts of a report that counts tests. A failure is one that is listed or one that the totals state: where one of both is
 * none, they contradict each other.
 * @returns undefined when no test was run and the report does not say so itself
 */
export function testReport(
  tool: ValidationReportFacts['tool'],
  { failed, run, skipped, declaredFailed, declaredPassed }: TestCounts,
  more: Pick<ValidationReportFacts, 'date' | 'subject'> = {},
): ValidationReportFacts | undefined {
  const declared = declaredFailed !== undefined && declaredFailed > 0;
  if (run <= 0 && !declared && declaredPassed !== false) {
    return skipped === undefined ? undefined : { tool, errors: 0, noneRun: { skipped }, ...more };
  }
  const contradicts =
    (declaredFailed !== undefined && declared !== failed > 0) || (declaredPassed === true && failed > 0);
  const errors = failed > 0 ? failed : (declaredFailed ?? 0);
  return {
    tool,
    ...(run > 0 && { verdict: `${Math.max(run - errors, 0)}/${run}` }),
    passed: errors === 0 && declaredPassed !== false,
    errors,
    ...(contradicts && { contradictory: true as const }),
    ...more,
  };
}
