import * as vscode from 'vscode';
import type { ParcoursRow } from '../../protocol/requests/parcours';
import { openParcoursRowCommand, parcoursViewId } from '../ids';
import { openPlace } from '../ui/open-place';
import { foldingOf, iconOf } from './parcours-appearance';
import type { ParcoursStore } from './parcours-store';

const folding: Readonly<Record<ReturnType<typeof foldingOf>, vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  folded: vscode.TreeItemCollapsibleState.Collapsed,
  unfolded: vscode.TreeItemCollapsibleState.Expanded,
};

/** The *Parcours* view: the steps of each dossier, its deadlines and its orders. A click opens what the manifest says. */
export class ParcoursTree implements vscode.TreeDataProvider<string>, vscode.Disposable {
  readonly #store: ParcoursStore;
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #disposables: readonly { dispose(): unknown }[];
  /** By id: rows keep their identity (selection, folding) across refreshes. */
  #rows: ReadonlyMap<string, { readonly row: ParcoursRow; readonly parent: string | undefined }> = new Map();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(store: ParcoursStore) {
    this.#store = store;
    const view = vscode.window.createTreeView(parcoursViewId, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      view,
      this.#changes,
      store.onDidRefresh(() => {
        this.#show();
      }),
      vscode.commands.registerCommand(openParcoursRowCommand, async (id: unknown) => {
        const place = typeof id === 'string' ? this.#rows.get(id)?.row.place : undefined;
        if (place) await openPlace(place);
      }),
    ];
  }

  /** The row behind what VS Code hands to a command of the tree's menus. */
  row(id: unknown): ParcoursRow | undefined {
    return typeof id === 'string' ? this.#rows.get(id)?.row : undefined;
  }

  /** URI of the main manifest of the dossier that a row belongs to. */
  dossierUri(id: unknown): string | undefined {
    let top = typeof id === 'string' ? id : undefined;
    for (let up = top; up !== undefined; up = this.#rows.get(up)?.parent) top = up;
    return this.#store.answer.dossiers.find(({ root }) => root.id === top)?.uri;
  }

  getTreeItem(id: string): vscode.TreeItem {
    const row = this.#rows.get(id)?.row;
    // A row can vanish between VS Code's asking for it and our answer; it is gone with the next refresh.
    if (!row) return new vscode.TreeItem('');
    const item = new vscode.TreeItem(row.label, folding[foldingOf(row, this.#store.answer.dossiers.length === 1)]);
    item.id = id;
    const { id: icon, colour } = iconOf(row);
    item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) {
      const tooltip = new vscode.MarkdownString(row.tooltip, false);
      tooltip.isTrusted = false;
      item.tooltip = tooltip;
    }
    item.accessibilityInformation = { label: row.spoken };
    item.contextValue = row.writes === undefined ? row.kind : `${row.kind} ${row.writes.kind}`;
    if (row.place) item.command = { command: openParcoursRowCommand, title: '', arguments: [id] };
    return item;
  }

  getChildren(id?: string): string[] {
    if (id === undefined) return this.#store.answer.dossiers.map(({ root }) => root.id);
    return this.#rows.get(id)?.row.children.map((child) => child.id) ?? [];
  }

  getParent(id: string): string | undefined {
    return this.#rows.get(id)?.parent;
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  #show(): void {
    const rows = new Map<string, { row: ParcoursRow; parent: string | undefined }>();
    const add = (row: ParcoursRow, parent: string | undefined): void => {
      rows.set(row.id, { row, parent });
      for (const child of row.children) add(child, row.id);
    };
    for (const { root } of this.#store.answer.dossiers) add(root, undefined);
    this.#rows = rows;
    this.#changes.fire(undefined);
  }
}
