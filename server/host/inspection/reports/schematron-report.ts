import type { ReportedDocument, ValidationReportFacts } from '../../../core/evidence/inspection';
import { documentsFacts, reportedDocument } from './reported-document';
import { subjectOf } from './validation-verdict';
import type { XmlElement, XmlObserver } from '../xml-observer';

export const svrlNamespace = 'http://purl.oclc.org/dsdl/svrl';
const severities = /^(?:error|fatal)/i;
const lesser = /^(?:warn|info|hint|best)/i;

/**
 * A report of Schematron (SVRL, ISO/IEC 19757-3 annex D). An assertion that failed is an error unless its role or flag says
 * less; a report that fired (`successful-report`) is one only where its role or flag says so. Without failure there is no
 * verdict: the report tells what was looked at, not that the document conforms.
 */
export class SchematronReport implements XmlObserver {
  #fired = 0;
  #errors = 0;
  #warnings = 0;
  #title: string | undefined;
  readonly #documents: ReportedDocument[] = [];

  open({ name, namespace, attributes }: XmlElement, path: readonly string[]): void {
    if (namespace !== svrlNamespace) return;
    const valueOf = (wanted: string) => attributes.find((each) => each.name === wanted)?.value;
    if (path.length === 1) this.#title = valueOf('title');
    if (name === 'active-pattern' && this.#documents.length < 50)
      this.#documents.push(...reportedDocument(valueOf('document') ?? valueOf('documents')));
    if (name === 'fired-rule') this.#fired++;
    const rank = valueOf('role') ?? valueOf('flag') ?? '';
    if (name === 'failed-assert' && !lesser.test(rank)) this.#errors++;
    else if (name === 'failed-assert') this.#warnings++;
    else if (name === 'successful-report' && severities.test(rank)) this.#errors++;
    else if (name === 'successful-report' && lesser.test(rank)) this.#warnings++;
  }

  facts(): ValidationReportFacts | undefined {
    if (this.#errors > 0) return { ...this.#counts(), verdict: 'failed-assert', passed: false };
    return this.#fired > 0 ? this.#counts() : undefined;
  }

  #counts(): ValidationReportFacts {
    return {
      tool: 'schematron',
      errors: this.#errors,
      warnings: this.#warnings,
      ...subjectOf(this.#title),
      ...documentsFacts(this.#documents),
    };
  }
}
