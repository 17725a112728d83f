import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { nunit2, nunit3, robot, testng, trx, trxNamespace, xunitNet } from './case-forms';
import { CaseReport } from './case-report';
import { GazelleObserver } from './gazelle-report';
import { JUnitReport } from './junit-report';
import { fhirNamespace, OperationOutcomeReport } from './operation-outcome-report';
import { SchematronReport, svrlNamespace } from './schematron-report';
import { VeraPdfReport } from './verapdf-report';
import type { XmlElement, XmlObserver } from '../xml-observer';

interface ReportReader extends XmlObserver {
  facts(): ValidationReportFacts | undefined;
}

/** Collects the verdict of a report in XML. Its root tells which tool wrote it; other documents cost one look. */
export class XmlReport implements XmlObserver {
  #reader: ReportReader | undefined;

  open(element: XmlElement, path: readonly string[]): void {
    if (path.length === 1) this.#reader = readerOf(element);
    this.#reader?.open?.(element, path);
  }

  text(text: string, path: readonly string[], line: number): void {
    this.#reader?.text?.(text, path, line);
  }

  base64(text: string, path: readonly string[]): void {
    this.#reader?.base64?.(text, path);
  }

  close(path: readonly string[]): void {
    this.#reader?.close?.(path);
  }

  /** Undefined when the document is none of the known reports. */
  facts(): ValidationReportFacts | undefined {
    return this.#reader?.facts();
  }
}

function readerOf({ name, namespace }: XmlElement): ReportReader | undefined {
  switch (name) {
    case 'schematron-output':
      return namespace === svrlNamespace ? new SchematronReport() : undefined;
    case 'OperationOutcome':
      return namespace === fhirNamespace ? new OperationOutcomeReport() : undefined;
    case 'testsuites':
    case 'testsuite':
      return new JUnitReport();
    case 'test-run':
      return new CaseReport(nunit3);
    case 'test-results':
      return new CaseReport(nunit2);
    case 'assemblies':
    case 'assembly':
      return new CaseReport(xunitNet);
    case 'TestRun':
      return trxNamespace.test(namespace) ? new CaseReport(trx) : undefined;
    case 'robot':
      return new CaseReport(robot);
    case 'testng-results':
      return new CaseReport(testng);
    case 'report':
      return new VeraPdfReport();
    default:
      return new GazelleObserver();
  }
}
