import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { configurationFile } from '../../core/configuration/configuration';
import type { Analysis } from '../../core/engine/analyse';
import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import type { Locale } from '../../core/messages/say';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { Rule } from '../../core/rules/rule';
import { isPortfolioUri } from '../../core/portfolio/portfolio-shape';
import { discussionFolder } from '../../core/manifest/discussion-shape';
import { normaliseUri, relativeTo, under } from '../../core/text/uri';
import { Workspace } from '../../core/workspace/workspace';
import { Analyses } from './analyses';
import { Coalescer } from './coalescer';
import { DayWatch } from './day-watch';
import { DiagnosticsBoard } from './diagnostics-board';
import { Documents } from './documents';
import { EvidenceScans } from './evidence-scans';
import { adjustmentsEnd } from '../../core/catalogue/adjustments-file';
import { catalogueEnd, Folders, manifestEnd } from './folders';
import { FolderListings } from './folder-listings';
import type { Editor, SessionPorts } from './ports';
import { Reports, type Report } from './reports';
import { Views } from './views';
import type { FileReport, WorkspacePullRequest } from './workspace-pull';

/** Own delay between an edit and what follows from it, in milliseconds. Pulls do not wait for it. */
const settleDelay = 25;
/** Facts about evidence arrive one by one: they are shown in batches. */
const evidenceDelay = 200;
/** While that many files wait to be looked at, batches are larger: each is a check of the whole dossier. */
const manyFiles = 500;
const manyFilesDelay = 1000;
/** Figures follow once there was quiet for that long: views read them whole. */
const figuresDelay = 250;

export interface FileEvent {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/**
 * The dossiers that an editor works on. Takes what happens (edits, files, folders), and sees to it that what the editor shows
 * follows: once per batch, never in the way of typing.
 */
export class Session {
  readonly workspace: Workspace;
  readonly documents = new Documents();
  readonly analyses: Analyses;
  readonly views: Views;
  readonly board: DiagnosticsBoard;
  readonly scans: EvidenceScans;
  readonly listings: FolderListings;
  readonly folders: Folders;
  readonly #settle: Coalescer;
  readonly #figures: Coalescer;
  readonly #days: DayWatch;
  readonly #cancellation = { isCancellationRequested: false };
  /** The texts of each dossier whose evidence was last looked at. */
  readonly #citedBy = new Map<string, readonly ParsedManifest[]>();
  /** Common folders that are watched. */
  readonly #watched = new Set<string>();
  /** A portfolio came, went or names something else: shared pieces may be other ones. */
  #sharesChanged = false;
  #locale: Locale = 'fr';
  /** Folders are searched one after the other; whoever needs all dossiers waits for the last. */
  #search: Promise<void> = Promise.resolve();

  constructor(
    readonly ports: SessionPorts,
    readonly rules: readonly Rule[],
    readonly editor: Editor,
    stamp: string,
  ) {
    this.workspace = new Workspace(ports, rules, { pause: () => this.pause() });
    this.analyses = new Analyses(this.workspace);
    this.views = new Views(this.workspace, this.documents, this.analyses);
    const reports = new Reports(this.analyses, rules, stamp);
    this.board = new DiagnosticsBoard(this.workspace, this.documents, reports, editor, () => this.pause());
    const isOpen = (rootUri: string) => this.documents.uris().some((uri) => relativeTo(rootUri, uri) !== undefined);
    this.scans = new EvidenceScans(ports.evidence, editor, isOpen);
    this.listings = new FolderListings(ports.files);
    this.folders = new Folders(this.workspace);
    const onError = (error: unknown) => {
      editor.logError(error);
    };
    this.#settle = new Coalescer(ports.timers, () => this.#settleNow(), onError);
    this.#figures = new Coalescer(ports.timers, () => this.#tellFigures(), onError);
    this.#days = new DayWatch(ports.clock, ports.timers, () => {
      this.#changed(settleDelay);
    });
    ports.evidence.onDidChange((rootUri, path) => {
      this.workspace.evidenceChanged(path);
      this.analyses.evidenceChanged(rootUri);
      this.#follow(this.scans.remaining > manyFiles ? manyFilesDelay : evidenceDelay);
    });
  }

  get locale(): Locale {
    return this.#locale;
  }

  setLanguage(locale: Locale): void {
    if (this.#locale === locale) return;
    this.#locale = locale;
    this.#changed(settleDelay);
  }

  /**
   * Resolves when the workspace's folders have been searched for manifests. Before that a dossier lacks its fragments, and
   * everything written in them would be reported as missing.
   */
  ready(): Promise<void> {
    return this.#search;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.folders.remove(normaliseUri(uri));
    this.#then(async () => {
      for (const uri of added) await this.folders.add(normaliseUri(uri), this.#cancellation);
      return undefined;
    });
    if (removed.length > 0) this.#changed(settleDelay);
  }

  open(rawUri: string, languageId: string, version: number, text: string): void {
    const uri = normaliseUri(rawUri);
    if (isPortfolioUri(uri)) {
      this.#portfolioOpened(uri, languageId, version, text);
      return;
    }
    if (!uri.endsWith(manifestEnd)) return;
    const { content } = this.documents.open(uri, languageId, version, text);
    this.workspace.texts.setOpen(uri, content);
    this.workspace.addManifest(uri);
    this.board.opened(uri);
    this.#then(async () => {
      await this.folders.opened(uri, this.#cancellation);
      return undefined;
    });
  }

  change(rawUri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const uri = normaliseUri(rawUri);
    const changed = this.documents.change(uri, version, changes);
    if (!changed) return;
    if (isPortfolioUri(uri)) {
      this.#portfolioText(uri, changed.document.getText());
      return;
    }
    this.workspace.texts.setOpen(uri, changed.document.content, changed.span);
    if (!this.workspace.hasManifest(uri)) {
      // Its file was deleted, and somebody goes on writing.
      this.workspace.addManifest(uri);
      this.analyses.changed();
    }
    this.analyses.textChanged(uri);
    this.#follow(settleDelay);
  }

  close(rawUri: string): void {
    const uri = normaliseUri(rawUri);
    if (!this.documents.get(uri)) return;
    this.documents.close(uri);
    if (isPortfolioUri(uri)) this.workspace.portfolios.close(uri);
    else this.workspace.texts.close(uri);
    this.board.closed(uri);
    this.folders.closed((one) => this.documents.get(one) !== undefined);
    this.#changed(settleDelay);
  }

  /** Files or folders changed on disk. */
  filesChanged(events: readonly FileEvent[]): void {
    const created: string[] = [];
    const manifests = this.workspace.manifests().length;
    for (const { uri: rawUri, kind } of events) {
      const uri = normaliseUri(rawUri);
      if (kind !== 'changed') this.listings.forget(uri);
      if (kind === 'deleted') this.folders.disappeared(uri);
      if (kind !== 'changed') this.#portfolioFolders(uri);
      if (kind === 'created') created.push(uri);
      this.#evidenceTouched(uri, kind);
      this.#textTouched(uri, kind);
      if (this.workspace.threads.forget(uri)) this.#figures.postpone(figuresDelay);
    }
    if (created.length > 0) this.#then(() => this.#appeared(created));
    if (this.workspace.manifests().length !== manifests) this.analyses.changed();
    this.#follow(settleDelay);
  }

  /** Threads of a dossier were written: whoever shows them asks again. @param rootUri folder of the dossier */
  threadsChanged(rootUri: string): void {
    this.workspace.threads.forget(under(rootUri, discussionFolder));
    this.#figures.postpone(0);
  }

  /** Lets whatever else waits have its turn. */
  pause(): Promise<void> {
    return new Promise((resolve) => this.ports.timers.after(0, resolve));
  }

  /** Answers a pull of diagnostics. */
  async pull(rawUri: string, cancellation: Cancellation): Promise<Report> {
    await this.ready();
    throwIfCancelled(cancellation);
    return this.board.pull(normaliseUri(rawUri), this.#locale, cancellation);
  }

  /** Answers a pull of everything, or holds it until there is something to say. */
  async pullWorkspace(request: WorkspacePullRequest): Promise<FileReport[]> {
    const answer = this.board.pullWorkspace(request);
    this.#follow(0);
    return answer;
  }

  /** Looks at all evidence again; resolves when it is done. */
  async lookAgain(cancellation: Cancellation): Promise<void> {
    await this.ready();
    for (const analysis of await this.analyses.all(cancellation)) {
      this.scans.cite(analysis.dossier.rootUri, analysis.evidencePaths());
      await this.scans.again(analysis.dossier.rootUri, cancellation);
    }
    await this.scans.idle();
    throwIfCancelled(cancellation);
    this.#changed(settleDelay);
  }

  /** Trust changed: what may be opened is another matter now. */
  lookAtAllEvidence(): void {
    this.scans.all();
  }

  dispose(): void {
    this.#cancellation.isCancellationRequested = true;
    this.#settle.dispose();
    this.#figures.dispose();
    this.#days.dispose();
    this.scans.dispose();
  }

  #portfolioOpened(uri: string, languageId: string, version: number, text: string): void {
    this.documents.open(uri, languageId, version, text);
    this.workspace.addPortfolio(uri);
    this.board.opened(uri);
    this.#portfolioText(uri, text);
  }

  /** Only what it says of dossiers and of their common folder concerns them: most of what is typed does not. */
  #portfolioText(uri: string, text: string): void {
    if (this.workspace.portfolios.setOpen(uri, text)) {
      this.#sharesChanged = true;
      this.analyses.changed();
    }
    this.#follow(settleDelay);
  }

  /** Something came or went that may be a portfolio, or a folder above one, or the common folder. */
  #portfolioFolders(uri: string): void {
    const { workspace } = this;
    for (const one of workspace.portfolioUris()) {
      if (one === uri || one.startsWith(`${uri}/`)) workspace.portfolios.forget(one);
    }
    workspace.portfolios.foldersChanged();
  }

  #evidenceTouched(uri: string, kind: FileEvent['kind']): void {
    for (const root of this.scans.roots()) {
      const shared = this.workspace.portfolios.sharedPath(root, uri);
      if (shared !== undefined) this.scans.changed(root, shared, kind === 'changed');
      // Both are in their normal form; most changes are elsewhere.
      if (!uri.startsWith(root)) continue;
      const path = relativeTo(root, uri);
      if (path !== undefined) this.scans.changed(root, path, kind === 'changed');
    }
  }

  #textTouched(uri: string, kind: FileEvent['kind']): void {
    if (uri.endsWith(`/${configurationFile}`)) this.workspace.configurations.forget(uri);
    else if (uri.endsWith(catalogueEnd) || uri.endsWith(adjustmentsEnd)) this.workspace.catalogues.forget(uri);
    else if (isPortfolioUri(uri)) {
      this.workspace.portfolios.forget(uri);
      if (kind === 'created' && this.folders.has(uri)) this.workspace.addPortfolio(uri);
      this.#sharesChanged = true;
    } else if (uri.endsWith(manifestEnd)) {
      this.workspace.texts.forget(uri);
      if (kind === 'changed') {
        this.analyses.textChanged(uri);
        return;
      }
    } else if (!this.workspace.configurations.forgetFacts(uri)) return;
    this.analyses.changed();
  }

  /** Returns whether manifests were among them. */
  async #appeared(uris: readonly string[]): Promise<boolean> {
    const before = this.workspace.manifests().length;
    for (const uri of uris) await this.folders.appeared(uri, this.#cancellation);
    return this.workspace.manifests().length !== before;
  }

  /**
   * Does something slow after what was begun before it, then lets everything follow.
   * @param action returns false when no dossier rests on what it did
   */
  #then(action: () => Promise<boolean | undefined>): void {
    this.#search = this.#search
      .then(action)
      .catch((error: unknown) => {
        if (!this.#cancellation.isCancellationRequested) this.editor.logError(error);
        return undefined;
      })
      .then((concerns) => {
        if (concerns === false) this.#follow(settleDelay);
        else this.#changed(settleDelay);
      });
  }

  /** Something changed that every dossier may rest on. */
  #changed(delay: number): void {
    this.analyses.changed();
    this.#follow(delay);
  }

  #follow(delay: number): void {
    if (this.#cancellation.isCancellationRequested) return;
    this.#settle.request(delay);
  }

  async #settleNow(): Promise<void> {
    await this.ready();
    await this.board.settle(this.#locale, this.#cancellation);
    this.#figures.postpone(figuresDelay);
    await this.#lookAtEvidence(({ dossier }) => !this.scans.knows(dossier.rootUri));
    if (!this.#sharesChanged) return;
    this.#sharesChanged = false;
    // What lies in another common folder by now, or in none, was looked at in the one before.
    this.scans.shared();
  }

  async #tellFigures(): Promise<void> {
    this.editor.complianceChanged();
    this.editor.refreshStates();
    await this.#lookAtEvidence(() => true);
  }

  /** A dossier seen for the first time is looked at at once, paths typed since then when the typing pauses. */
  async #lookAtEvidence(wanted: (analysis: Analysis) => boolean): Promise<void> {
    for (const analysis of await this.analyses.all(this.#cancellation)) {
      const { rootUri, main, fragments } = analysis.dossier;
      const texts = [main, ...fragments].map(({ parsed }) => parsed);
      const before = this.#citedBy.get(main.uri);
      const same = before?.length === texts.length && texts.every((text, index) => text === before[index]);
      if (same || !wanted(analysis)) continue;
      this.#citedBy.set(main.uri, texts);
      this.scans.cite(rootUri, analysis.evidencePaths());
      const common = analysis.dossier.common?.folderUri;
      if (common === undefined || this.#watched.has(common)) continue;
      this.#watched.add(common);
      this.editor.watch(common, ['**']);
    }
  }
}
