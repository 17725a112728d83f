import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { attribute } from './case-report';
import { testReport } from './test-counts';
import { count, reportDate, subjectOf } from './validation-verdict';
import type { XmlElement, XmlObserver } from '../xml-observer';

/**
 * A JUnit report: `testsuites` or `testsuite` over `testcase` elements. The cases are counted; of the totals written above
 * them only whether they state failures is compared.
 */
export class JUnitReport implements XmlObserver {
  #run = 0;
  #failed = 0;
  #skipped = 0;
  /** Whether the case that is open is counted as failed already: it may have an error and a failure. */
  #isFailed = false;
  #declared: number | undefined;
  #isSuite = false;
  #name: string | undefined;
  #date: string | undefined;

  open(element: XmlElement, path: readonly string[]): void {
    const { name } = element;
    if (name === 'testsuites' || name === 'testsuite') {
      this.#name ??= attribute(element, 'name');
      this.#date ??= reportDate(attribute(element, 'timestamp'));
      this.#isSuite ||= attribute(element, 'tests') !== undefined;
      this.#total(element, path);
    }
    if (name === 'testcase') {
      this.#run++;
      this.#isSuite = true;
      this.#isFailed = false;
    }
    if (path.at(-2) !== 'testcase') return;
    if (name === 'skipped') this.#skipped++;
    if ((name === 'failure' || name === 'error') && !this.#isFailed) {
      this.#isFailed = true;
      this.#failed++;
    }
  }

  facts(): ValidationReportFacts | undefined {
    if (!this.#isSuite) return undefined;
    const counts = { failed: this.#failed, run: this.#run - this.#skipped, skipped: this.#skipped };
    return testReport(
      'junit',
      { ...counts, declaredFailed: this.#declared },
      { ...(this.#date !== undefined && { date: this.#date }), ...subjectOf(this.#name) },
    );
  }

  /** Those of the root, else of the suites under it. A suite in a suite is counted in the one above. */
  #total(element: XmlElement, path: readonly string[]): void {
    if (path.length > 2) return;
    const stated = ['failures', 'errors'].flatMap((key) => count(attribute(element, key)) ?? []);
    if (stated.length === 0) return;
    const sum = stated.reduce((total, each) => total + each, 0);
    this.#declared = Math.max(this.#declared ?? 0, sum);
  }
}
