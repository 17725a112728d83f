import * as vscode from 'vscode';
import type { Services } from '../commands/services';
import { followServer } from '../connection/follow-server';
import { tableViewType } from '../ids';
import { TablePanel } from './table-panel';

/**
 * The table of proofs: another view of a manifest's text. The text stays what is saved, undone and compared; several tables
 * and texts of one document are in step, because each is told what the server reads in it.
 */
export class TableEditors implements vscode.CustomTextEditorProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #extension: vscode.Uri;
  readonly #memory: vscode.Memento;
  readonly #panels = new Set<TablePanel>();
  readonly #listeners: vscode.Disposable;

  /** @param memory of the workspace: the saved views */
  constructor(services: Services, extension: vscode.Uri, memory: vscode.Memento) {
    this.#services = services;
    this.#extension = extension;
    this.#memory = memory;
    const each = (run: (panel: TablePanel) => void): void => {
      for (const panel of this.#panels) run(panel);
    };
    this.#listeners = vscode.Disposable.from(
      vscode.window.registerCustomEditorProvider(tableViewType, this, { supportsMultipleEditorsPerDocument: true }),
      followServer(
        services.connection,
        () => {
          each((panel) => {
            panel.outdate();
          });
        },
        () => {
          each((panel) => {
            panel.serverFailed();
          });
        },
      ),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        each((panel) => {
          panel.outdate();
        });
      }),
      vscode.workspace.onWillSaveTextDocument((event) => {
        // A save that nobody asked for takes no half a word.
        if (event.reason !== vscode.TextDocumentSaveReason.Manual) return;
        const open = [...this.#panels].filter((panel) => panel.isOf(event.document));
        if (open.length > 0) event.waitUntil(this.#flush(open));
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        each((panel) => {
          panel.wasSaved(document);
        });
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Told without a change when a document becomes dirty or is saved; changes come from the server, once it has read them.
        if (contentChanges.length > 0) return;
        each((panel) => {
          panel.dirtyChanged(document);
        });
      }),
    );
  }

  /** VS Code opens a table. */
  async resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    const table = new TablePanel(this.#services, this.#extension, this.#memory, document, panel);
    this.#panels.add(table);
    this.#services.tables.add(table);
    panel.onDidDispose(() => {
      this.#panels.delete(table);
      this.#services.tables.remove(table);
      table.dispose();
    });
    await table.open();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  async #flush(panels: readonly TablePanel[]): Promise<vscode.TextEdit[]> {
    const edits: vscode.TextEdit[] = [];
    // Two edits made for the same text must not both be made: the first table that has an open cell is saved.
    for (const panel of panels) if (edits.length === 0) edits.push(...(await panel.flush()));
    return edits;
  }
}
