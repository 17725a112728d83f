import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { isRecord, textOf } from './json-values';
import { documentsFacts, reportedDocument } from './reported-document';
import type { XmlElement, XmlObserver } from '../xml-observer';

export const fhirNamespace = 'http://hl7.org/fhir';

/** The extension in which the validator of HL7 tells the file. */
const fileExtension = 'http://hl7.org/fhir/StructureDefinition/operationoutcome-file';

interface Issue {
  severity?: string;
  /** Its place in the resource that was validated. */
  placed: boolean;
}

/**
 * An OperationOutcome of FHIR as validators write it: issues that tell their place in the resource (`expression` or
 * `location`, FHIR R4 2.8.12). One without any place is the answer of a server, of which nothing is concluded: a refusal may
 * be what the scenario asks to show.
 */
function outcome(issues: readonly Issue[], files: readonly string[]): ValidationReportFacts | undefined {
  if (!issues.some(({ placed }) => placed)) return undefined;
  const count = (wanted: RegExp) => issues.filter(({ severity }) => wanted.test(severity ?? '')).length;
  const errors = count(/^(?:fatal|error)$/);
  return {
    tool: 'fhir',
    ...(errors > 0 && { verdict: 'error', passed: false }),
    errors,
    warnings: count(/^warning$/),
    ...documentsFacts(files.flatMap((file) => reportedDocument(file))),
  };
}

/** The same in XML. */
export class OperationOutcomeReport implements XmlObserver {
  readonly #issues: Issue[] = [];
  readonly #files: string[] = [];
  #isFile = false;

  open({ name, attributes }: XmlElement, path: readonly string[]): void {
    if (path.length === 2 && name === 'issue') this.#issues.push({ placed: false });
    if (path.length === 2 && name === 'extension')
      this.#isFile = attributes.some((each) => each.name === 'url' && each.value === fileExtension);
    if (path.length === 3 && path[1] === 'extension' && name === 'valueString' && this.#isFile)
      this.#files.push(attributes.find((each) => each.name === 'value')?.value ?? '');
    const issue = this.#issues.at(-1);
    if (path.length !== 3 || path[1] !== 'issue' || !issue) return;
    const value = attributes.find((each) => each.name === 'value')?.value;
    if (name === 'severity' && value !== undefined) issue.severity = value;
    if ((name === 'expression' || name === 'location') && value) issue.placed = true;
  }

  facts(): ValidationReportFacts | undefined {
    return outcome(this.#issues, this.#files);
  }
}

/** The same in JSON. */
export function operationOutcome(content: unknown): ValidationReportFacts | undefined {
  if (!isRecord(content) || content.resourceType !== 'OperationOutcome' || !Array.isArray(content.issue))
    return undefined;
  const extensions = Array.isArray(content.extension) ? content.extension.filter(isRecord) : [];
  const files = extensions.flatMap(({ url, valueString }) =>
    url === fileExtension ? (textOf(valueString) ?? []) : [],
  );
  return outcome(
    content.issue.filter(isRecord).map(({ severity, expression, location }) => ({
      ...(textOf(severity) !== undefined && { severity: textOf(severity) ?? '' }),
      placed: [expression, location].some((places) => Array.isArray(places) && places.length > 0),
    })),
    files,
  );
}
