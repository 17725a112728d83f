import * as vscode from 'vscode';
import { parcoursViewId } from '../ids';
import type { ParcoursStore } from './parcours-store';

/** The nearest deadline within 30 days, in the status bar. Hidden when there is none. */
export class ParcoursStatus implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #listener: vscode.Disposable;

  constructor(store: ParcoursStore) {
    this.#item = vscode.window.createStatusBarItem('segurPreuves.echeances', vscode.StatusBarAlignment.Left, 9);
    this.#item.command = { command: `${parcoursViewId}.focus`, title: '' };
    this.#item.name = 'Ségur Preuves : Parcours';
    this.#listener = store.onDidRefresh(() => {
      this.#show(store);
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #show(store: ParcoursStore): void {
    const soon = store.answer.dossiers.flatMap((dossier) => dossier.soon ?? []);
    const first = soon.find(({ pressing }) => pressing) ?? soon[0];
    if (!first) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(calendar) ${first.text}`;
    this.#item.tooltip = new vscode.MarkdownString(soon.map(({ tooltip }) => tooltip).join('\n\n'));
    this.#item.accessibilityInformation = { label: first.spoken };
    this.#item.backgroundColor = first.pressing ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }
}
