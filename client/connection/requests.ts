import type { CancellationToken } from 'vscode';
import {
  type CheckResult,
  type ComplianceParams,
  type ComplianceView,
  type DispositifsView,
  type ImportParams,
  type ImportResult,
  methods,
  type NewDossierParams,
  type NewDossierResult,
  type PackageParams,
  type PackageResult,
  type ParcoursAnswer,
  type ReportParams,
  type ReportResult,
  type SaveReportParams,
  type SaveReportResult,
} from '../../protocol/protocol';
import type { Session } from './session';

/** The requests of the protocol, with their types. Each rejects as {@link Session.request} does. */
export class Requests {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  compliance(params: ComplianceParams, token?: CancellationToken): Promise<ComplianceView> {
    return this.#session.request(methods.compliance, params, token);
  }

  dispositifs(token?: CancellationToken): Promise<DispositifsView> {
    return this.#session.request(methods.dispositifs, {}, token);
  }

  import(params: ImportParams, token: CancellationToken): Promise<ImportResult> {
    return this.#session.request(methods.import, params, token);
  }

  newDossier(params: NewDossierParams, token: CancellationToken): Promise<NewDossierResult> {
    return this.#session.request(methods.newDossier, params, token);
  }

  check(token: CancellationToken): Promise<CheckResult> {
    return this.#session.request(methods.check, {}, token);
  }

  package(params: PackageParams, token: CancellationToken): Promise<PackageResult> {
    return this.#session.request(methods.package, params, token);
  }

  report(params: ReportParams, token?: CancellationToken): Promise<ReportResult | null> {
    return this.#session.request(methods.report, params, token);
  }

  saveReport(params: SaveReportParams, token: CancellationToken): Promise<SaveReportResult | null> {
    return this.#session.request(methods.saveReport, params, token);
  }

  parcours(token?: CancellationToken): Promise<ParcoursAnswer> {
    return this.#session.request(methods.parcours, {}, token);
  }
}
