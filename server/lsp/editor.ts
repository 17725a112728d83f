import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type Disposable,
  WatchKind,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { complianceChanged } from '../../protocol/notifications';
import { portfolioFile } from '../core/portfolio/portfolio-shape';
import { configurationFile } from '../core/configuration/configuration';
import { discussionFolder } from '../core/manifest/discussion-shape';
import type { Editor } from '../language/session/ports';

/** The editor at the other end of a connection. What it can not do is left out. */
export class ConnectedEditor implements Editor {
  readonly pulls: boolean;
  readonly #watches = new Map<string, Promise<Disposable>>();

  constructor(
    readonly connection: Connection,
    readonly capabilities: ClientCapabilities,
  ) {
    this.pulls = capabilities.textDocument?.diagnostic !== undefined;
  }

  publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    const params = { uri, diagnostics, ...(version === undefined ? {} : { version }) };
    this.#send(this.connection.sendDiagnostics(params));
  }

  refreshDiagnostics(): void {
    if (this.capabilities.workspace?.diagnostics?.refreshSupport !== true) return;
    this.#send(this.connection.sendRequest(DiagnosticRefreshRequest.type));
  }

  refreshStates(): void {
    const { codeLens, semanticTokens } = this.capabilities.workspace ?? {};
    const { connection } = this;
    if (codeLens?.refreshSupport === true) this.#send(connection.sendRequest(CodeLensRefreshRequest.type));
    if (semanticTokens?.refreshSupport === true) this.#send(connection.languages.semanticTokens.refresh());
    this.refreshHints();
  }

  /** Hints alone: their settings changed. */
  refreshHints(): void {
    if (this.capabilities.workspace?.inlayHint?.refreshSupport !== true) return;
    this.#send(this.connection.languages.inlayHint.refresh());
  }

  complianceChanged(): void {
    this.#send(this.connection.sendNotification(complianceChanged));
  }

  watch(rootUri: string, globs: readonly string[]): void {
    if (this.#files?.dynamicRegistration !== true) return;
    const before = this.#watches.get(rootUri);
    const next = this.#register(globs.map((glob) => ({ globPattern: this.#pattern(rootUri, glob) })));
    this.#watches.set(rootUri, next);
    // The new watchers stand before the old ones go, so that nothing is missed.
    if (before)
      this.#send(
        Promise.all([before, next]).then(([old]) => {
          old.dispose();
        }),
      );
    else this.#send(next);
  }

  /** Watches manifests, catalogues, threads and configuration wherever they are in the workspace. */
  watchManifests(): void {
    if (this.#files?.dynamicRegistration !== true) return;
    // The first also shows copies that a shared folder makes of manifests.
    const globs = [
      '**/*.preuves*.yaml',
      '**/*.rem.yaml',
      '**/*.ajustements.yaml',
      `**/${configurationFile}`,
      // Data packages, under the names that docs/veille.md advises.
      '**/faits*.yaml',
      '**/faits/*.yaml',
      `**/${portfolioFile}`,
      `**/${discussionFolder}/**/*.yaml`,
      `**/${discussionFolder}/**/*.yml`,
    ];
    // A folder that goes is told by its own name alone, and takes the dossiers in it along.
    const gone = { globPattern: '**', kind: WatchKind.Delete };
    this.#send(this.#register([...globs.map((globPattern) => ({ globPattern })), gone]));
  }

  /** Asks the editor to open a web page for the user. */
  async showPage(uri: string): Promise<void> {
    await this.connection.window.showDocument({ uri, external: true });
  }

  /** Shows the user a sentence that waits for no answer. */
  warn(message: string): void {
    this.#send(this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
  }

  logError(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** What went wrong and keeps nothing from being right: it is only slower. */
  logWarning(error: unknown): void {
    this.connection.console.warn(error instanceof Error ? error.message : String(error));
  }

  /** What helps whoever looks for a fault later. In English, as all of the log is. */
  logInfo(message: string): void {
    this.connection.console.info(message);
  }

  get #files() {
    return this.capabilities.workspace?.didChangeWatchedFiles;
  }

  #pattern(rootUri: string, glob: string): FileSystemWatcher['globPattern'] {
    if (this.#files?.relativePatternSupport === true) return { baseUri: rootUri, pattern: glob };
    return `${URI.parse(rootUri).fsPath.replaceAll('\\', '/')}/${glob}`;
  }

  #register(watchers: FileSystemWatcher[]): Promise<Disposable> {
    return this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  #send(sent: Promise<unknown>): void {
    sent.catch((error: unknown) => {
      this.logError(error);
    });
  }
}
