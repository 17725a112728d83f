import * as vscode from 'vscode';
import { owner } from '../compliance/dossier-for';
import type { ComplianceStore } from '../compliance/store';
import type { ServerConnection } from '../connection/server-connection';
import { commands, languageId } from '../ids';
import type { Messages } from '../messages';
import { currentLanguage } from '../settings';
import { activeDocument, onDidChangeActiveDocument } from '../ui/active-document';
import { dossierStatusMessages, type FindingCounts } from './dossier-status-messages';

/** Of the server's diagnostics. */
const source = 'segur';

/** In the language status of a manifest: where its dossier stands and what is found in it, and which rules judge it. */
export class DossierStatus implements vscode.Disposable {
  readonly #state = vscode.languages.createLanguageStatusItem('segurPreuves.dossier', { language: languageId });
  readonly #rules = vscode.languages.createLanguageStatusItem('segurPreuves.regles', { language: languageId });
  readonly #listeners: vscode.Disposable[];
  /** Something was typed, and the figures have not followed yet. */
  #isBehind = false;

  /** @param version of the extension, whose rules they are */
  constructor(
    readonly connection: ServerConnection,
    readonly store: ComplianceStore,
    readonly messages: () => Messages,
    readonly version: string,
  ) {
    const show = (): void => {
      this.show();
    };
    this.#listeners = [
      connection.onDidChangeState(() => {
        this.#isBehind = false;
        show();
      }),
      store.onDidRefresh(() => {
        this.#isBehind = false;
        show();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId !== languageId || contentChanges.length === 0 || this.#isBehind) return;
        this.#isBehind = true;
        show();
      }),
      vscode.languages.onDidChangeDiagnostics(show),
      onDidChangeActiveDocument(show),
    ];
    this.show();
  }

  /** Writes the items again. */
  show(): void {
    const words = dossierStatusMessages[currentLanguage()];
    const { product, labelled } = this.messages();
    const uri = activeDocument()?.toString();
    const dossier = uri === undefined ? undefined : owner(this.store.view, uri);
    const isRunning = this.connection.state === 'running';
    this.#rules.name = labelled(product, words.rules);
    this.#rules.text = words.rulesOf(this.version);
    this.#rules.command = { command: commands.watch, title: words.watch };
    this.#state.name = labelled(product, words.state);
    this.#state.command = { command: commands.check, title: words.checkAll };
    this.#state.busy = isRunning && dossier !== undefined && this.#isBehind;
    const found = dossier && countsIn(dossier.uri);
    this.#state.text = dossier?.summary ?? words.state;
    const figures = !found || isEmpty(found) ? words.none : words.counted(found);
    this.#state.detail = dossier ? (this.#state.busy ? words.checking : figures) : '';
    this.#state.severity =
      found && found.errors > 0
        ? vscode.LanguageStatusSeverity.Error
        : found && found.warnings > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
  }

  dispose(): void {
    for (const one of [...this.#listeners, this.#state, this.#rules]) one.dispose();
  }
}

function isEmpty({ errors, warnings, others }: FindingCounts): boolean {
  return errors + warnings + others === 0;
}

/** What is found in the folder of a dossier. @param main URI of its main manifest */
function countsIn(main: string): FindingCounts {
  const counts = { errors: 0, warnings: 0, others: 0 };
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(main, true), '..').toString();
  for (const [uri, diagnostics] of vscode.languages.getDiagnostics()) {
    if (!uri.toString().startsWith(`${folder}/`)) continue;
    for (const one of diagnostics) {
      if (one.source !== source) continue;
      if (one.severity === vscode.DiagnosticSeverity.Error) counts.errors++;
      else if (one.severity === vscode.DiagnosticSeverity.Warning) counts.warnings++;
      else counts.others++;
    }
  }
  return counts;
}
