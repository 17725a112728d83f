import * as vscode from 'vscode';
import type { ComplianceView } from '../../protocol/requests/compliance';
import { openRowCommand } from '../ids';
import type { Messages } from '../messages';
import { appearanceOf, type RowAppearance } from './row-appearance';
import { type RowKey, TreeModel } from './tree-model';

const folding: Readonly<Record<RowAppearance['folding'], vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  folded: vscode.TreeItemCollapsibleState.Collapsed,
  unfolded: vscode.TreeItemCollapsibleState.Expanded,
};

/** Gives VS Code the rows of a {@link TreeModel}. */
export class TreeProvider implements vscode.TreeDataProvider<RowKey>, vscode.Disposable {
  readonly #messages: () => Messages;
  readonly #changes = new vscode.EventEmitter<RowKey | RowKey[] | undefined>();

  readonly model = new TreeModel();
  readonly onDidChangeTreeData = this.#changes.event;

  constructor(messages: () => Messages) {
    this.#messages = messages;
  }

  /** Shows a view, drawing again only what differs from the one before. */
  show(view: ComplianceView): void {
    const change = this.model.update(view);
    if (change.kind === 'all') this.#changes.fire(undefined);
    if (change.kind === 'rows') this.#changes.fire([...change.keys]);
  }

  /** Draws everything again, for another language. */
  redraw(): void {
    this.#changes.fire(undefined);
  }

  getTreeItem(key: RowKey): vscode.TreeItem {
    const row = this.model.row(key);
    // A row can vanish between VS Code's asking for it and our answer; it is gone with the next refresh.
    if (row === undefined) return new vscode.TreeItem('');
    const only = this.model.dossiers.length === 1;
    return treeItem(key, appearanceOf(row.node, this.#messages(), only), row.node.place !== undefined);
  }

  getChildren(key?: RowKey): RowKey[] {
    return [...(key === undefined ? this.model.roots : (this.model.row(key)?.children ?? []))];
  }

  getParent(key: RowKey): RowKey | undefined {
    return this.model.row(key)?.parent;
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

function treeItem(key: RowKey, appearance: RowAppearance, clickable: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(appearance.label, folding[appearance.folding]);
  item.id = key;
  const { id, colour } = appearance.icon;
  item.iconPath = new vscode.ThemeIcon(id, colour === undefined ? undefined : new vscode.ThemeColor(colour));
  if (appearance.description !== undefined) item.description = appearance.description;
  const tooltip = new vscode.MarkdownString(appearance.tooltip, true);
  tooltip.isTrusted = false;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: appearance.spoken };
  item.contextValue = appearance.context;
  if (clickable) item.command = { command: openRowCommand, title: '', arguments: [key] };
  return item;
}
