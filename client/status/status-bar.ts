import * as vscode from 'vscode';
import { dossierFor } from '../compliance/dossier-for';
import type { ComplianceStore } from '../compliance/store';
import type { DossierView } from '../../protocol/compliance-view';
import { viewId } from '../ids';
import type { Messages } from '../messages';
import { escapeMarkdown } from '../tree/row-appearance';
import { activeDocument, onDidChangeActiveDocument } from '../ui/active-document';

/** The figures of the active editor's dossier, or of the first one, in the status bar. Hidden without a dossier. */
export class StatusBar implements vscode.Disposable {
  readonly #store: ComplianceStore;
  readonly #messages: () => Messages;
  readonly #item: vscode.StatusBarItem;
  readonly #listeners: vscode.Disposable[];

  constructor(store: ComplianceStore, messages: () => Messages) {
    this.#store = store;
    this.#messages = messages;
    this.#item = vscode.window.createStatusBarItem('segurPreuves.chiffres', vscode.StatusBarAlignment.Left, 10);
    this.#item.command = { command: `${viewId}.focus`, title: '' };
    this.#listeners = [
      store.onDidRefresh(() => {
        this.show();
      }),
      onDidChangeActiveDocument(() => {
        this.show();
      }),
    ];
  }

  /** What is shown now, or undefined when hidden. */
  get text(): string | undefined {
    return dossierOfActiveEditor(this.#store) === undefined ? undefined : this.#item.text;
  }

  /** Writes the item again. */
  show(): void {
    const dossier = dossierOfActiveEditor(this.#store);
    if (dossier === undefined) {
      this.#item.hide();
      return;
    }
    const messages = this.#messages();
    this.#item.name = messages.labelled(messages.product, messages.compliance);
    this.#item.text = `$(checklist) ${dossier.summary}${marksOf(dossier)}`;
    this.#item.tooltip = tooltip(dossier, messages);
    this.#item.accessibilityInformation = {
      label: [messages.compliance, dossier.summary, ...(dossier.team ?? [])].join(', '),
    };
    this.#item.show();
  }

  dispose(): void {
    for (const one of [...this.#listeners, this.#item]) one.dispose();
  }
}

/** What is late, and what the team has not done talking about, as figures; the words are in the tooltip. */
function marksOf({ late, openThreads }: DossierView): string {
  return [
    late === undefined ? '' : ` $(watch) ${late}`,
    openThreads === undefined ? '' : ` $(comment-discussion) ${openThreads}`,
  ].join('');
}

function dossierOfActiveEditor(store: ComplianceStore): DossierView | undefined {
  return dossierFor(store.view, activeDocument()?.toString());
}

function tooltip(dossier: DossierView, messages: Messages): vscode.MarkdownString {
  const { counts } = dossier.root;
  const lines = counts === undefined ? [] : messages.countsTable(counts).map((line) => `- ${escapeMarkdown(line)}`);
  return new vscode.MarkdownString(
    [
      `**${escapeMarkdown(dossier.root.label)}**`,
      lines.join('\n'),
      ...(dossier.team ?? []).map(escapeMarkdown),
      escapeMarkdown(dossier.filing.text),
      escapeMarkdown(messages.labelled(messages.catalogue, dossier.catalogue)),
    ].join('\n\n'),
  );
}
