import * as vscode from 'vscode';
import { reportRequest, type ReportView } from '../../protocol/requests/report';
import type { FromReportPage, ToReportPage } from '../../protocol/webview/report-page';
import type { Services } from '../commands/services';
import { commands, tableViewType } from '../ids';
import { openPlace } from '../ui/open-place';
import { knownFile, openBeside, PageLink } from '../ui/page-link';
import { reportWords } from './report-words';

/** Panels by dossier: opening the report of one again shows the panel that is there. */
const open = new Map<string, ReportPanel>();

/**
 * The report of a dossier beside the manifest, to be searched, narrowed and followed. It writes nothing; nothing but its own
 * script runs in it and no file can be read from it. It follows the figures while it can be seen.
 */
export class ReportPanel {
  readonly #services: Services;
  readonly #uri: string;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PageLink<ToReportPage, FromReportPage>;
  readonly #listeners: vscode.Disposable;
  #report: ReportView;
  /** The figures changed while it could not be seen. */
  #stale = false;

  private constructor(services: Services, extension: vscode.Uri, report: ReportView) {
    this.#services = services;
    this.#uri = report.uri;
    this.#report = report;
    this.#panel = vscode.window.createWebviewPanel('segurPreuves.rapport', report.title, vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.#page = new PageLink(this.#panel.webview, {
      name: 'report',
      extension,
      words: reportWords,
      receive: (message: FromReportPage) => this.#receive(message),
      messages: services.messages,
      log: services.log,
    });
    this.#listeners = vscode.Disposable.from(
      services.store.onDidRefresh(() => {
        this.#stale = true;
        this.#refreshIfSeen();
      }),
      this.#panel.onDidChangeViewState(() => {
        this.#refreshIfSeen();
      }),
      this.#page,
      this.#panel.onDidDispose(() => {
        if (open.get(this.#uri) === this) open.delete(this.#uri);
        this.#listeners.dispose();
      }),
    );
  }

  /**
   * Shows the report of a dossier. Rejects as a request does; then no panel is opened.
   *
   * @returns false when there is no such dossier (any more)
   */
  static async show(services: Services, extension: vscode.Uri, uri: string): Promise<boolean> {
    const present = open.get(uri);
    if (present) {
      present.#panel.reveal();
      await present.#refresh();
      return open.has(uri);
    }
    const report = await services.connection.ask(reportRequest, { uri });
    if (report === null) return false;
    // Another command may have opened one meanwhile.
    const meanwhile = open.get(uri);
    if (meanwhile) {
      meanwhile.#show(report);
      return true;
    }
    const panel = new ReportPanel(services, extension, report);
    open.set(uri, panel);
    await panel.#page.load();
    return true;
  }

  #refreshIfSeen(): void {
    if (!this.#stale || !this.#panel.visible) return;
    this.#refresh().catch((error: unknown) => {
      this.#page.post({ kind: 'failed', message: this.#page.reasonOf(error) });
    });
  }

  async #refresh(): Promise<void> {
    this.#stale = false;
    const report = await this.#services.connection.ask(reportRequest, { uri: this.#uri });
    if (open.get(this.#uri) !== this) return;
    if (report === null) this.#panel.dispose();
    else this.#show(report);
  }

  #show(report: ReportView): void {
    this.#report = report;
    this.#panel.title = report.title;
    this.#page.post({ kind: 'report', report });
  }

  async #receive(message: FromReportPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#show(this.#report);
        return;
      case 'openPlace':
        // Only what the server named is opened: a page is not trusted to name files.
        if (!this.#report.places.some(({ uri }) => uri === message.place.uri))
          throw new Error(this.#services.messages().placeGone);
        return openPlace(message.place, { viewColumn: vscode.ViewColumn.Beside });
      case 'openFile':
        return this.#openFile(message.uri);
      case 'save':
        await vscode.commands.executeCommand(commands.saveReport, { uri: this.#uri, format: message.format });
        return;
      case 'run':
        return this.#run(message.what);
    }
  }

  async #openFile(uri: string): Promise<void> {
    const links = this.#report.tables.flatMap(({ rows }) => rows.flatMap(({ links }) => Object.values(links)));
    const named = links.flatMap((link) => (link.kind === 'file' ? [link.uri] : []));
    await openBeside(knownFile(uri, named, this.#services.messages()));
  }

  async #run(what: Extract<FromReportPage, { readonly kind: 'run' }>['what']): Promise<void> {
    const manifest = vscode.Uri.parse(this.#uri, true);
    if (what === 'restart') await vscode.commands.executeCommand(commands.restart);
    else {
      const viewType = what === 'table' ? tableViewType : 'default';
      await vscode.commands.executeCommand('vscode.openWith', manifest, viewType, vscode.ViewColumn.Beside);
    }
  }
}
