import type {
  CheckResult,
  ComplianceParams,
  ComplianceView,
  DispositifsView,
  DossierView,
  ImportParams,
  ImportResult,
  MigrateParams,
  MigrateResult,
  NewDossierParams,
  NewDossierResult,
  PackageParams,
  PackageResult,
  RemDiffParams,
  RemDiffResult,
  ReportParams,
  ReportResult,
  SaveReportParams,
  SaveReportResult,
} from '../../../protocol/protocol';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import type { Finding } from '../../core/findings/finding';
import { say } from '../../core/messages/language';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { normaliseUri } from '../../core/workspace/uri';
import { stateWords } from '../catalogue-words';
import { complianceView } from '../compliance/compliance-view';
import { analysedDocument } from './analysed-document';
import type { CheckedDossier } from './ports';
import type { Session } from './session';

/** Answers to the requests of the project's own protocol. */
export class Commands {
  constructor(readonly session: Session) {}

  async compliance({ groupBy }: ComplianceParams, token: Cancellation): Promise<ComplianceView> {
    await this.session.ready();
    const analyses = await this.session.analyses.all(token);
    throwIfCancelled(token);
    const { language } = this.session;
    const dossiers: DossierView[] = [];
    for (const analysis of analyses) {
      const context = { groupBy, language, documentOf: (uri: string) => analysedDocument(uri, [analysis]) };
      dossiers.push(
        await complianceView(analysis, context, async () => {
          await this.session.pause();
          throwIfCancelled(token);
        }),
      );
    }
    return { dossiers };
  }

  dispositifs(): DispositifsView {
    const { language } = this.session;
    return {
      dispositifs: dispositifs.map(({ id, name, corridor, wave, requirements, profiles, state }) => {
        const counted = { fr: '{requirements} exigences ({state})', en: '{requirements} requirements ({state})' };
        const words = stateWords(state, language);
        return {
          id,
          name,
          corridor,
          wave,
          requirements,
          profiles,
          state: requirements === 0 ? words : say(counted, language, { requirements, state: words }),
        };
      }),
    };
  }

  async check(token: Cancellation): Promise<CheckResult> {
    await this.session.lookAgain(token);
    const analyses = await this.session.analyses.all(token);
    throwIfCancelled(token);
    const findings = analyses.flatMap((analysis) => analysis.findings);
    const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
    return { dossiers: analyses.length, errors: count('error'), warnings: count('warning'), infos: count('info') };
  }

  importRem(params: ImportParams, token: Cancellation): Promise<ImportResult> {
    return this.session.ports.operations.importRem(params, this.session.language, token);
  }

  newDossier(params: NewDossierParams, token: Cancellation): Promise<NewDossierResult> {
    return this.session.ports.operations.newDossier(params, this.session.language, token);
  }

  /** Evidence is looked at again first: a package must not rest on what was known a while ago. */
  async package(params: PackageParams, token: Cancellation): Promise<PackageResult> {
    const { language, ports } = this.session;
    await this.session.lookAgain(token);
    const checked = await this.#checked(params.uri, token);
    if (!checked) {
      const sentence = { fr: 'Ce dossier n’existe pas : {uri}', en: 'There is no such dossier: {uri}' };
      return { kind: 'failed', message: say(sentence, language, { uri: params.uri }) };
    }
    return ports.operations.packageDossier(params, checked, language, token);
  }

  /** What the manifests become; the editor shows it and applies it. */
  async migrate(params: MigrateParams, token: Cancellation): Promise<MigrateResult> {
    await this.session.ready();
    const { analyses, language, ports } = this.session;
    const analysis = await analyses.ofMain(normaliseUri(params.uri), token);
    throwIfCancelled(token);
    if (!analysis) {
      const sentence = { fr: 'Ce dossier n’existe pas : {uri}', en: 'There is no such dossier: {uri}' };
      return { kind: 'refused', message: say(sentence, language, { uri: params.uri }) };
    }
    return ports.operations.migrate(params, analysis, language, token);
  }

  remDiff(params: RemDiffParams, token: Cancellation): Promise<RemDiffResult> {
    return this.session.ports.operations.remDiff(params, this.session.language, token);
  }

  async report({ uri }: ReportParams, token: Cancellation): Promise<ReportResult | null> {
    await this.session.ready();
    const checked = await this.#checked(uri, token);
    return checked ? this.session.ports.operations.report(checked, this.session.language) : null;
  }

  /** What is kept must not rest on what was known a while ago either. */
  async saveReport(params: SaveReportParams, token: Cancellation): Promise<SaveReportResult | null> {
    await this.session.lookAgain(token);
    const { language, ports } = this.session;
    const checked = await this.#checked(params.uri, token);
    return checked ? ports.operations.saveReport(params, checked, language, token) : null;
  }

  async #checked(uri: string, token: Cancellation): Promise<CheckedDossier | undefined> {
    const { analyses, ports } = this.session;
    const analysis = await analyses.ofMain(normaliseUri(uri), token);
    throwIfCancelled(token);
    const rootUri = analysis?.dossier.rootUri ?? '';
    return analysis && { analysis, evidenceFile: (path) => ports.evidence.lookup(rootUri, path) };
  }
}
