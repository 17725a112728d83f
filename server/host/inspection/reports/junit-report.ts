import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { testReport } from './test-counts';
import { reportDate, subjectOf } from './validation-verdict';
import type { XmlElement, XmlObserver } from '../xml-observer';

/** A JUnit report: `testsuites` or `testsuite` over `testcase` elements. The cases are counted, not the totals written above. */
export class JUnitReport implements XmlObserver {
  #run = 0;
  #failed = 0;
  #skipped = 0;
  /** Whether the case that is open is counted as failed already: it may have an error and a failure. */
  #isFailed = false;
  #name: string | undefined;
  #date: string | undefined;

  open({ name, attributes }: XmlElement, path: readonly string[]): void {
    const valueOf = (wanted: string) => attributes.find((each) => each.name === wanted)?.value;
    if (name === 'testsuites' || name === 'testsuite') {
      this.#name ??= valueOf('name');
      this.#date ??= reportDate(valueOf('timestamp'));
    }
    if (name === 'testcase') {
      this.#run++;
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
    return testReport(
      'junit',
      { failed: this.#failed, run: this.#run - this.#skipped },
      { ...(this.#date !== undefined && { date: this.#date }), ...subjectOf(this.#name) },
    );
  }
}
