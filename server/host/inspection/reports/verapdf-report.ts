import type { ReportedDocument, ValidationReportFacts } from '../../../core/evidence/inspection';
import { documentsFacts, reportedDocument } from './reported-document';
import { count, subjectOf } from './validation-verdict';
import type { XmlElement, XmlObserver } from '../xml-observer';

/** The machine-readable report of veraPDF: `report/jobs/job/validationReport`, `isCompliant` and the rules that failed. */
export class VeraPdfReport implements XmlObserver {
  #compliant: boolean | undefined;
  #failedRules = 0;
  #profile: string | undefined;
  readonly #documents: ReportedDocument[] = [];
  /** Bytes of the document whose name follows. */
  #size: string | undefined;
  #name = '';

  open({ name, attributes }: XmlElement, path: readonly string[]): void {
    if (path[1] !== 'jobs' || path[2] !== 'job') return;
    const valueOf = (wanted: string) => attributes.find((each) => each.name === wanted)?.value;
    if (name === 'item' && path.length === 4) {
      this.#size = valueOf('size');
      this.#name = '';
    }
    const isCompliant = valueOf('isCompliant');
    if (name === 'validationReport' && (isCompliant === 'true' || isCompliant === 'false')) {
      // Of several documents, one that fails is a failure.
      this.#compliant = this.#compliant !== false && isCompliant === 'true';
      this.#profile ??= valueOf('profileName');
    }
    if (name === 'details') this.#failedRules += count(valueOf('failedRules')) ?? 0;
  }

  text(text: string, path: readonly string[]): void {
    if (path.at(-1) === 'name' && path.at(-2) === 'item' && path.length === 5 && this.#name.length < 1000)
      this.#name += text;
  }

  close(path: readonly string[]): void {
    if (path.at(-1) === 'item' && path.length === 4 && this.#documents.length < 50)
      this.#documents.push(...reportedDocument(this.#name, { size: this.#size }));
  }

  facts(): ValidationReportFacts | undefined {
    if (this.#compliant === undefined) return undefined;
    return {
      tool: 'verapdf',
      verdict: this.#compliant ? 'isCompliant' : 'not compliant',
      passed: this.#compliant,
      errors: this.#failedRules,
      ...subjectOf(this.#profile),
      ...documentsFacts(this.#documents),
    };
  }
}
