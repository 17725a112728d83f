import type { ValidationReportFacts } from '../../../core/evidence/inspection';

/** What a test report says: how many tests failed, of how many. */
interface TestCounts {
  readonly failed: number;
  readonly run: number;
}

/** The facts of a report that counts tests. Undefined when no test was run: it then says nothing. */
export function testReport(
  tool: ValidationReportFacts['tool'],
  { failed, run }: TestCounts,
  more: Pick<ValidationReportFacts, 'date' | 'subject'> = {},
): ValidationReportFacts | undefined {
  if (run <= 0) return undefined;
  return { tool, verdict: `${run - failed}/${run}`, passed: failed === 0, errors: failed, ...more };
}
