import * as vscode from 'vscode';
import { reportRequest, type ReportResult } from '../../protocol/requests/report';
import type { Services } from '../commands/services';
import { reportError } from '../ui/report-error';

/** Panels by dossier: opening the report of one again shows the panel that is there. */
const open = new Map<string, ReportPanel>();

/**
 * The report of a dossier beside the manifest, in the editor's colours. The page comes from the server with its own content
 * security policy; no script runs in it and no file can be read from it. It follows the figures while it can be seen.
 */
export class ReportPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #listeners: vscode.Disposable;
  /** The figures changed while it could not be seen. */
  #stale = false;

  private constructor(
    readonly services: Services,
    readonly uri: string,
  ) {
    this.#panel = vscode.window.createWebviewPanel('segurPreuves.rapport', '', vscode.ViewColumn.Active, {
      enableScripts: false,
      enableForms: false,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    this.#listeners = vscode.Disposable.from(
      services.store.onDidRefresh(() => {
        this.#stale = true;
        this.#refreshIfSeen();
      }),
      this.#panel.onDidChangeViewState(() => {
        this.#refreshIfSeen();
      }),
      this.#panel.onDidDispose(() => {
        open.delete(uri);
        this.#listeners.dispose();
      }),
    );
  }

  /**
   * Shows the report of a dossier. Rejects as a request does; then no panel is opened.
   *
   * @returns false when there is no such dossier (any more)
   */
  static async show(services: Services, uri: string): Promise<boolean> {
    const present = open.get(uri);
    if (present) {
      present.#panel.reveal();
      await present.#refresh();
      return open.has(uri);
    }
    const report = await services.session.ask(reportRequest, { uri });
    if (report === null) return false;
    const panel = open.get(uri) ?? new ReportPanel(services, uri);
    open.set(uri, panel);
    panel.#show(report);
    return true;
  }

  #refreshIfSeen(): void {
    if (!this.#stale || !this.#panel.visible) return;
    this.#refresh().catch((error: unknown) => {
      const messages = this.services.messages();
      reportError(messages.openingReport, error, messages, this.services.log).catch((failure: unknown) => {
        this.services.log.error(`The error could not be shown: ${String(failure)}`);
      });
    });
  }

  async #refresh(): Promise<void> {
    this.#stale = false;
    const report = await this.services.session.ask(reportRequest, { uri: this.uri });
    if (open.get(this.uri) !== this) return;
    if (report === null) this.#panel.dispose();
    else this.#show(report);
  }

  #show({ title, html }: ReportResult): void {
    this.#panel.title = title;
    if (this.#panel.webview.html !== html) this.#panel.webview.html = html;
  }
}
