import * as vscode from 'vscode';
import { owner } from '../compliance/dossier-for';
import type { ComplianceStore } from '../compliance/store';
import type { ServerConnection } from '../connection/server-connection';
import { commands, languageId } from '../ids';
import type { Messages } from '../messages';
import { activeDocument, onDidChangeActiveDocument } from '../ui/active-document';

/** In the language status of a manifest: which catalogue it is checked against, and whether the server is well. */
export class CatalogueStatus implements vscode.Disposable {
  readonly #connection: ServerConnection;
  readonly #store: ComplianceStore;
  readonly #messages: () => Messages;
  readonly #item: vscode.LanguageStatusItem;
  readonly #listeners: vscode.Disposable[];

  constructor(connection: ServerConnection, store: ComplianceStore, messages: () => Messages) {
    this.#connection = connection;
    this.#store = store;
    this.#messages = messages;
    this.#item = vscode.languages.createLanguageStatusItem('segurPreuves.catalogue', { language: languageId });
    const show = (): void => {
      this.show();
    };
    this.#listeners = [connection.onDidChangeState(show), store.onDidRefresh(show), onDidChangeActiveDocument(show)];
    this.show();
  }

  /** What it says. */
  get shown(): Pick<vscode.LanguageStatusItem, 'text' | 'severity'> {
    return { text: this.#item.text, severity: this.#item.severity };
  }

  /** Writes the item again. */
  show(): void {
    const messages = this.#messages();
    const { state } = this.#connection;
    this.#item.name = messages.labelled(messages.product, messages.catalogue);
    this.#item.busy = state === 'starting';
    this.#item.severity =
      state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    if (state === 'failed') {
      this.#item.text = messages.serverNotRunning;
      this.#item.detail = '';
      this.#item.command = { command: commands.restart, title: messages.restart };
      return;
    }
    const uri = activeDocument()?.toString();
    const dossier = uri === undefined ? undefined : owner(this.#store.view, uri);
    this.#item.text = dossier?.catalogue ?? (state === 'starting' ? messages.serverStarting : messages.noCatalogue);
    this.#item.detail = messages.catalogue;
    this.#item.command = { command: commands.importRem, title: messages.importRem };
  }

  dispose(): void {
    for (const one of [...this.#listeners, this.#item]) one.dispose();
  }
}
