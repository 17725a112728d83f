import type { Diagnostic } from 'vscode-languageserver-types';
import type {
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
  ReportResult,
  SaveReportParams,
  SaveReportResult,
} from '../../../protocol/protocol';
import type { Analysis } from '../../core/dossier/analyse';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import type { Language } from '../../core/messages/language';
import type { Cancellation } from '../../core/ports/cancellation';
import type { EvidenceFiles } from '../../core/ports/evidence-files';
import type { WorkspacePorts } from '../../core/workspace/workspace';

/** Evidence that tells when its facts change. */
export interface WatchedEvidence extends EvidenceFiles {
  /** The file may have changed without its size and times telling: it is read again at the next scan. */
  invalidate(rootUri: string, path: string): void;
  /** Called after facts in a dossier's folder changed, possibly many times during one scan. */
  onDidChange(listener: (rootUri: string, path?: string) => void): void;
}

export interface SessionPorts extends WorkspacePorts {
  readonly evidence: WatchedEvidence;
  readonly timers: Timers;
  readonly operations: Operations;
}

/** Delays, so that the language layer holds no clock of its own. */
export interface Timers {
  /** Calls `action` once after about `milliseconds`; returns a function that prevents it. */
  after(milliseconds: number, action: () => void): () => void;
}

/** What the session says to the editor, beside answers. */
export interface Editor {
  /** Whether the editor pulls the diagnostics of open files. If not, they are pushed like those of closed ones. */
  readonly pulls: boolean;
  publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  /** Asks the editor to pull again. */
  refreshDiagnostics(): void;
  refreshCodeLenses(): void;
  complianceChanged(): void;
  /** Folders and files whose changes matter, relative to the folder of a dossier; replaces what was said for it before. */
  watch(rootUri: string, globs: readonly string[]): void;
  /** Something went wrong that no request is waiting for. */
  logError(error: unknown): void;
}

/** Long operations that write files. They reject with a message in the user's language. */
export interface Operations {
  importRem(params: ImportParams, language: Language, token: Cancellation): Promise<ImportResult>;
  newDossier(params: NewDossierParams, language: Language, token: Cancellation): Promise<NewDossierResult>;
  /** @param checked the dossier as it is now, its evidence looked at again */
  packageDossier(
    params: PackageParams,
    checked: CheckedDossier,
    language: Language,
    token: Cancellation,
  ): Promise<PackageResult>;
  /** The report as a page; writes nothing. */
  report(checked: CheckedDossier, language: Language): Promise<ReportResult>;
  saveReport(
    params: SaveReportParams,
    checked: CheckedDossier,
    language: Language,
    token: Cancellation,
  ): Promise<SaveReportResult>;
  /** Writes nothing. */
  migrate(params: MigrateParams, analysis: Analysis, language: Language, token: Cancellation): Promise<MigrateResult>;
  remDiff(params: RemDiffParams, language: Language, token: Cancellation): Promise<RemDiffResult>;
}

/** A dossier as it is now, and what is known of the evidence that it cites. */
export interface CheckedDossier {
  readonly analysis: Analysis;
  readonly evidenceFile: (path: string) => EvidenceFile | undefined;
}
