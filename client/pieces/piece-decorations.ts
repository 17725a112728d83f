import * as vscode from 'vscode';
import type { Piece } from '../../protocol/requests/pieces';
import { section } from '../ids';
import { pieceMark, remarked } from './piece-rows';
import type { PiecesStore } from './pieces-store';

const setting = 'marquerLesPieces';

/** VS Code drops some of the files of an event that names more than 250. */
const most = 250;

/** Marks cited, orphan and changed evidence in the explorer, unless the setting says not to. */
export class PieceDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly #disposables: readonly { dispose(): unknown }[];
  #pieces: ReadonlyMap<string, Piece> = new Map();

  readonly onDidChangeFileDecorations = this.#changes.event;

  constructor(store: PiecesStore) {
    this.#disposables = [
      vscode.window.registerFileDecorationProvider(this),
      this.#changes,
      store.onDidRefresh(({ dossiers }) => {
        const all = dossiers.flatMap(({ pieces }) => pieces);
        // As the editor spells addresses, which is not the server's way on every system.
        const pieces = new Map(all.map((piece) => [vscode.Uri.parse(piece.uri, true).toString(), piece]));
        const changed = remarked(this.#pieces, pieces);
        this.#pieces = pieces;
        // Figures come at each pause of the typing: the explorer asks again only about what has another mark.
        if (changed.length > most) this.#changes.fire(undefined);
        else if (changed.length > 0) this.#changes.fire(changed.map((uri) => vscode.Uri.parse(uri, true)));
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${section}.${setting}`)) this.#changes.fire(undefined);
      }),
    ];
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (vscode.workspace.getConfiguration(section).get<boolean>(setting) === false) return undefined;
    const piece = this.#pieces.get(uri.toString());
    const mark = piece && pieceMark(piece.state);
    if (!piece || !mark) return undefined;
    const colour = mark.colour === undefined ? undefined : new vscode.ThemeColor(mark.colour);
    return new vscode.FileDecoration(mark.badge, piece.description, colour);
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }
}
