import * as vscode from 'vscode';
import { openPieceRowCommand, piecesViewId } from '../ids';
import { openPlace } from '../ui/open-place';
import { pieceIcons, pieceRows, type PieceRow } from './piece-rows';
import type { PiecesStore } from './pieces-store';

const uriList = 'text/uri-list';

/** The *Pièces* view: the files of evidence by folder, and what cites each. A click opens the file, or the citation. */
export class PiecesTree
  implements vscode.TreeDataProvider<string>, vscode.TreeDragAndDropController<string>, vscode.Disposable
{
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #disposables: readonly { dispose(): unknown }[];
  #roots: readonly PieceRow[] = [];
  /** By id: rows keep their identity (selection, folding) across refreshes. */
  #rows: ReadonlyMap<string, { readonly row: PieceRow; readonly parent: string | undefined }> = new Map();

  readonly onDidChangeTreeData = this.#changes.event;
  readonly dragMimeTypes = [uriList];
  readonly dropMimeTypes = [];

  constructor(store: PiecesStore) {
    this.#disposables = [
      vscode.window.createTreeView(piecesViewId, {
        treeDataProvider: this,
        dragAndDropController: this,
        canSelectMany: true,
        showCollapseAll: true,
      }),
      this.#changes,
      store.onDidRefresh((answer) => {
        this.#show(pieceRows(answer));
      }),
      vscode.commands.registerCommand(openPieceRowCommand, async (id: unknown) => {
        const row = this.row(id);
        if (row?.place) await openPlace(row.place, { preserveFocus: true });
        else if (row?.piece) await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(row.piece.uri, true));
      }),
    ];
  }

  /** The row behind what VS Code hands to a command of the view's menus. */
  row(id: unknown): PieceRow | undefined {
    return typeof id === 'string' ? this.#rows.get(id)?.row : undefined;
  }

  handleDrag(ids: readonly string[], data: vscode.DataTransfer): void {
    const uris = ids.flatMap((id) => this.row(id)?.piece?.uri ?? []);
    // The line end that RFC 2483 asks for.
    if (uris.length > 0) data.set(uriList, new vscode.DataTransferItem(uris.join('\r\n')));
  }

  getTreeItem(id: string): vscode.TreeItem {
    const row = this.row(id);
    // A row can vanish between VS Code's asking for it and our answer; it is gone with the next refresh.
    if (!row) return new vscode.TreeItem('');
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, row.children.length > 0 ? Collapsed : None);
    item.id = id;
    item.contextValue = row.kind;
    if (row.description !== undefined) item.description = row.description;
    item.accessibilityInformation = { label: [row.label, row.description].filter(Boolean).join(', ') };
    if (row.piece) {
      const { id: icon, colour } = pieceIcons[row.piece.state];
      item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
      item.tooltip = `${row.piece.path}\n${row.piece.description}`;
      item.contextValue = `piece ${row.piece.state}`;
    } else if (row.kind === 'folder') item.iconPath = vscode.ThemeIcon.Folder;
    if (row.piece !== undefined || row.place !== undefined) {
      item.command = { command: openPieceRowCommand, title: '', arguments: [id] };
    }
    return item;
  }

  getChildren(id?: string): string[] {
    return (id === undefined ? this.#roots : (this.row(id)?.children ?? [])).map((row) => row.id);
  }

  getParent(id: string): string | undefined {
    return this.#rows.get(id)?.parent;
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  #show(roots: readonly PieceRow[]): void {
    const rows = new Map<string, { row: PieceRow; parent: string | undefined }>();
    const add = (row: PieceRow, parent: string | undefined): void => {
      rows.set(row.id, { row, parent });
      for (const child of row.children) add(child, row.id);
    };
    for (const root of roots) add(root, undefined);
    this.#roots = roots;
    this.#rows = rows;
    this.#changes.fire(undefined);
  }
}
