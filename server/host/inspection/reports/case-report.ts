import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { testReport } from './test-counts';
import { count, subjectOf } from './validation-verdict';
import type { XmlElement, XmlObserver } from '../xml-observer';

/** What became of one test case; `none`: it says nothing of the whole, such as a test that may fail. */
export type CaseOutcome = 'passed' | 'failed' | 'skipped' | 'none';

/** How the reports of one tool tell their test cases. */
export interface CaseForm {
  readonly tool: ValidationReportFacts['tool'];
  /** Of an element that is a test case or tells its outcome; undefined of any other. */
  readonly outcome: (element: XmlElement, path: readonly string[]) => CaseOutcome | undefined;
  /** Names of the attributes that count failures in the element `totals` names. */
  readonly failures: readonly string[];
  /** Whether this element states the totals. The first that does counts. */
  readonly totals: (element: XmlElement, path: readonly string[]) => boolean;
  /** What an element states of the whole. */
  readonly conclusion?: (element: XmlElement, path: readonly string[]) => boolean | undefined;
  readonly date?: (element: XmlElement, path: readonly string[]) => string | undefined;
  readonly name?: (element: XmlElement, path: readonly string[]) => string | undefined;
  /** Whether it is such a report without any test case: by its root alone. Its name is then one that nothing else has. */
  readonly certain: boolean;
}

/** The value of an attribute. */
export function attribute({ attributes }: XmlElement, wanted: string): string | undefined {
  return attributes.find((each) => each.name === wanted)?.value;
}

/** Collects the test cases of a report in XML, and what it states of itself. */
export class CaseReport implements XmlObserver {
  #run = 0;
  #failed = 0;
  #skipped = 0;
  #seen = false;
  #declaredFailed: number | undefined;
  #declaredPassed: boolean | undefined;
  #date: string | undefined;
  #name: string | undefined;

  constructor(readonly form: CaseForm) {}

  open(element: XmlElement, path: readonly string[]): void {
    const { form } = this;
    const outcome = form.outcome(element, path);
    if (outcome !== undefined) {
      this.#seen = true;
      if (outcome === 'failed') this.#failed++;
      if (outcome === 'skipped') this.#skipped++;
      else if (outcome !== 'none') this.#run++;
    }
    if (this.#declaredFailed === undefined && form.totals(element, path)) {
      const totals = form.failures.flatMap((name) => count(attribute(element, name)) ?? []);
      if (totals.length > 0) this.#declaredFailed = totals.reduce((sum, each) => sum + each, 0);
    }
    this.#declaredPassed ??= form.conclusion?.(element, path);
    this.#date ??= form.date?.(element, path);
    this.#name ??= form.name?.(element, path);
  }

  facts(): ValidationReportFacts | undefined {
    const known = this.#seen || (this.form.certain && this.#declaredFailed !== undefined);
    if (!known) return undefined;
    return testReport(
      this.form.tool,
      {
        failed: this.#failed,
        run: this.#run,
        skipped: this.#skipped,
        declaredFailed: this.#declaredFailed,
        declaredPassed: this.#declaredPassed,
      },
      { ...(this.#date !== undefined && { date: this.#date }), ...subjectOf(this.#name) },
    );
  }
}
