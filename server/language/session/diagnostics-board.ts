import type { Diagnostic } from 'vscode-languageserver-types';
import type { Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { isPortfolioUri } from '../../core/portfolio/portfolio-shape';
import type { Workspace } from '../../core/workspace/workspace';
import type { Documents } from './documents';
import type { Editor } from './ports';
import type { Report, Reports } from './reports';
import { WorkspacePull, type FileReport, type WorkspacePullRequest } from './workspace-pull';

interface Given {
  readonly id: string;
  readonly version: number | undefined;
}

/**
 * What the editor shows. A file's diagnostics come one way only: an open file's are pulled where the editor does so,
 * everything else is pulled with the workspace by an editor that does that, and pushed to any other.
 */
export class DiagnosticsBoard {
  readonly #pulled = new Map<string, Given>();
  readonly #pushed = new Map<string, Given>();
  /** The last pull of the whole workspace; an editor that once did so is never pushed anything. */
  #workspacePull: WorkspacePull | undefined;
  readonly #settled = new Map<string, Report>();

  constructor(
    readonly workspace: Workspace,
    readonly documents: Documents,
    readonly reports: Reports,
    readonly editor: Editor,
    /** Lets whatever else waits have its turn. */
    readonly pause: () => Promise<void>,
  ) {}

  /** Answers a pull. Where closed files are pushed, there is nothing to say of one. */
  async pull(uri: string, locale: Locale, cancellation: Cancellation): Promise<Report> {
    const version = this.documents.get(uri)?.version;
    if (version === undefined) {
      return this.#workspacePull ? this.reports.of(uri, locale, cancellation) : { id: 'closed', items: [] };
    }
    const report = await this.reports.of(uri, locale, cancellation);
    this.#pulled.set(uri, { id: report.id, version });
    return report;
  }

  /** Holds a pull of the workspace; what it is to say comes with the next `settle`. */
  pullWorkspace(request: WorkspacePullRequest): Promise<FileReport[]> {
    for (const uri of [...this.#pushed.keys()]) this.#clear(uri);
    this.#workspacePull?.end();
    this.#workspacePull = new WorkspacePull(request);
    return this.#workspacePull.answer;
  }

  opened(uri: string): void {
    if (this.editor.pulls) this.#clear(uri);
  }

  closed(uri: string): void {
    this.#pulled.delete(uri);
    // From now on the editor shows what it has from the workspace.
    this.#workspacePull?.forget(uri);
  }

  /** Brings everything that is shown up to date; asks for one new pull at most. */
  async settle(locale: Locale, cancellation: Cancellation): Promise<void> {
    let stale = false;
    const pull = this.#workspacePull;
    for (const uri of this.#files()) {
      if (!(await this.#isThere(uri, cancellation))) continue;
      const document = this.documents.get(uri);
      const given = document && this.editor.pulls ? this.#pulled.get(uri) : undefined;
      // After an edit the editor pulls by itself, and is then told what is true by that time.
      if (document && this.editor.pulls && given?.version !== document.version && !pull) continue;
      const report = await this.reports.of(uri, locale, cancellation);
      pull?.offer(uri, document?.version, report);
      if (given && given.version === document?.version) stale ||= report.id !== given.id;
      if (!pull && !(document && this.editor.pulls)) this.#push(uri, document?.version, report);
      // A workspace has many dossiers, and each takes a while the first time.
      if (this.#settled.get(uri) !== report) await this.pause();
      this.#settled.set(uri, report);
    }
    const known = new Set(this.#files());
    for (const uri of [...this.#settled.keys()]) if (!known.has(uri)) this.#settled.delete(uri);
    for (const uri of [...this.#pushed.keys()]) if (!known.has(uri)) this.#clear(uri);
    for (const uri of pull?.files() ?? []) if (!known.has(uri)) pull?.gone(uri);
    pull?.offered();
    if (stale) this.editor.refreshDiagnostics();
  }

  /** All that is shown of: manifests, and portfolios after the dossiers that they name. */
  #files(): string[] {
    return [...this.workspace.manifests(), ...this.workspace.portfolioUris()];
  }

  /** One that is gone is known no more. */
  async #isThere(uri: string, cancellation: Cancellation): Promise<boolean> {
    if (isPortfolioUri(uri)) {
      const isThere = (await this.workspace.portfolios.at(uri, cancellation)) !== undefined;
      if (!isThere) this.workspace.removePortfolio(uri);
      return isThere;
    }
    const isThere = await this.workspace.texts.isThere(uri, cancellation);
    if (!isThere) this.workspace.removeManifest(uri);
    return isThere;
  }

  #push(uri: string, version: number | undefined, report: Report): void {
    // It may have been opened, or pulled with the workspace, while its report was made.
    if ((this.editor.pulls && this.documents.get(uri)) || this.#workspacePull) return;
    const given = this.#pushed.get(uri);
    if (given?.id === report.id && given.version === version) return;
    this.#pushed.set(uri, { id: report.id, version });
    if (given === undefined && version === undefined && report.items.length === 0) return;
    this.editor.publish(uri, version, report.items);
  }

  #clear(uri: string): void {
    this.reports.forget(uri);
    const none: Diagnostic[] = [];
    if (this.#pushed.delete(uri)) this.editor.publish(uri, undefined, none);
  }
}
