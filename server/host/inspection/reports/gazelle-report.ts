import type { ReportedDocument, ValidationReportFacts } from '../../../core/evidence/inspection';
import { Base64Digest } from '../base64-digest';
import { documentsFacts, reportedDocument } from './reported-document';
import { count, reportDate, subjectOf, verdictFacts } from './validation-verdict';
import type { XmlElement, XmlObserver } from '../xml-observer';

const reportNamespace = 'http://validationreport.gazelle.ihe.net/';
const maxText = 500;

/**
 * The forms that are known, by the root:
 * - `validationReport` in Gazelle's namespace: attribute `result`, `validationOverview`, `counters` (style sheets of
 *   https://github.com/ansforge/ci-sis-action-validate; tests of Gazelle's own readers);
 * - `detailedResult`: `ValidationResultsOverview` (style sheet of Gazelle's Test Management);
 * - `SummaryResults`: the same overview and `ValidationCounters` (Gazelle's HL7 v2 validator);
 * - `validation` with a `status` such as `DONE_PASSED` (answers of EVSClient's REST service, as IHE testing tools read them).
 */
type Form = 'validationReport' | 'detailedResult' | 'SummaryResults' | 'validation';

const overview = ['ValidationDate', 'ValidationTime', 'ValidationServiceName', 'ValidationTestResult'] as const;
const wanted: Readonly<Record<Form, readonly string[]>> = {
  validationReport: ['validationOverview/validationServiceName', 'validationOverview/validatorID'],
  detailedResult: overview.map((name) => `ValidationResultsOverview/${name}`),
  SummaryResults: [
    ...overview.map((name) => `ValidationResultsOverview/${name}`),
    'ValidationCounters/NrOfValidationErrors',
    'ValidationCounters/NrOfValidationWarnings',
  ],
  validation: ['status'],
};

/** Collects verdict, counters, date and subject of a report that Gazelle or EVSClient saved as XML. */
export class GazelleObserver implements XmlObserver {
  #form: Form | undefined;
  readonly #values = new Map<string, string>();
  readonly #documents: ReportedDocument[] = [];
  /** The object that is open in an answer of EVSClient. */
  #object: { readonly name: string | undefined; readonly digest: Base64Digest } | undefined;

  open(element: XmlElement, path: readonly string[]): void {
    if (path.length === 1) this.#form = formOf(element);
    if (this.#form === 'validation' && element.name === 'object') {
      const name = element.attributes.find((each) => each.name === 'originalFileName')?.value;
      this.#object = { name, digest: new Base64Digest({ lineEnds: true }) };
    }
    if (this.#form !== 'validationReport' || path.length > 2) return;
    const place = path.slice(1).join('/');
    if (place !== '' && place !== 'validationOverview' && place !== 'counters') return;
    for (const { name, value } of element.attributes) this.#add(`${place}@${name}`, value);
  }

  text(text: string, path: readonly string[]): void {
    if (isContent(path)) this.#object?.digest.push(text);
    if (this.#form === undefined || path.length > 3) return;
    const place = path.slice(1).join('/');
    if (wanted[this.#form].includes(place)) this.#add(place, text);
  }

  base64(text: string, path: readonly string[]): void {
    if (isContent(path)) this.#object?.digest.push(text);
  }

  close(path: readonly string[]): void {
    if (path.at(-1) !== 'object' || !this.#object || this.#documents.length >= 50) return;
    const { name, digest } = this.#object;
    const { sha256, alike = [] } = digest.end() ?? {};
    this.#documents.push(...reportedDocument(name, { sha256, alike }));
    this.#object = undefined;
  }

  /** Undefined when the document is none of the known reports. */
  facts(): ValidationReportFacts | undefined {
    const value = (place: string): string | undefined => this.#values.get(place);
    switch (this.#form) {
      case 'validationReport':
        return report(
          value('@result') ?? value('validationOverview@validationOverallResult'),
          reportDate(value('validationOverview@validationDateTime')),
          [value('validationOverview/validationServiceName'), value('validationOverview/validatorID')],
          [value('counters@numberOfErrors'), value('counters@numberOfWarnings')],
        );
      case 'detailedResult':
      case 'SummaryResults':
        return report(
          value('ValidationResultsOverview/ValidationTestResult'),
          reportDate(
            value('ValidationResultsOverview/ValidationDate'),
            value('ValidationResultsOverview/ValidationTime'),
          ),
          [value('ValidationResultsOverview/ValidationServiceName')],
          [value('ValidationCounters/NrOfValidationErrors'), value('ValidationCounters/NrOfValidationWarnings')],
        );
      case 'validation':
        // The root's name is common: only a status that EVSClient writes makes it a report.
        return /^DONE_[A-Z]+$/.test(value('status')?.trim() ?? '')
          ? report(value('status'), undefined, [], [], this.#documents)
          : undefined;
      case undefined:
        return undefined;
    }
  }

  #add(place: string, text: string): void {
    this.#values.set(place, ((this.#values.get(place) ?? '') + text).slice(0, maxText));
  }
}

function isContent(path: readonly string[]): boolean {
  return path.at(-1) === 'content' && path.at(-2) === 'object';
}

function formOf({ name, namespace }: XmlElement): Form | undefined {
  if (name === 'validationReport') return namespace === reportNamespace ? name : undefined;
  return name === 'detailedResult' || name === 'SummaryResults' || name === 'validation' ? name : undefined;
}

function report(
  verdict: string | undefined,
  date: string | undefined,
  subject: readonly (string | undefined)[],
  [errorCount, warningCount]: readonly (string | undefined)[],
  documents: readonly ReportedDocument[] = [],
): ValidationReportFacts | undefined {
  const errors = count(errorCount);
  const warnings = count(warningCount);
  const facts = {
    ...verdictFacts(verdict),
    ...(errors !== undefined && { errors }),
    ...(warnings !== undefined && { warnings }),
    ...(date !== undefined && { date }),
    ...subjectOf(...subject),
    ...documentsFacts(documents),
  };
  return Object.keys(facts).length === 0 ? undefined : { tool: 'gazelle', ...facts };
}
