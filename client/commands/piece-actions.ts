import * as vscode from 'vscode';
import { currentLanguage } from '../settings';
import type { Locale } from '../../words/locale';
import { fill } from '../../words/say';
import type { Services } from './services';

const french = {
  revealing: 'Montrer la pièce',
  deleting: 'Supprimer la pièce',
  noPiece: 'Choisissez un fichier dans la vue Pièces.',
  orphan: (path: string) => `Mettre « ${path} » à la corbeille ?`,
  cited: (path: string, count: number) =>
    fill(
      'Mettre « {path} » à la corbeille ? {count, plural, one {# citation du dossier le nomme et restera} other {# citations du dossier le nomment et resteront}} sans fichier.',
      'fr',
      { path, count },
    ),
  remove: 'Mettre à la corbeille',
};

const english: typeof french = {
  revealing: 'Show the piece',
  deleting: 'Delete the piece',
  noPiece: 'Choose a file in the view of the pieces.',
  orphan: (path) => `Move “${path}” to the trash?`,
  cited: (path, count) =>
    fill(
      'Move “{path}” to the trash? {count, plural, one {# citation of the dossier names it and stays} other {# citations of the dossier name it and stay}} without a file.',
      'en',
      { path, count },
    ),
  remove: 'Move to the trash',
};

export const pieceMessages: Readonly<Record<Locale, typeof french>> = { fr: french, en: english };

/** Shows a piece in the explorer. */
export async function revealPiece({ pieces }: Services, id: unknown): Promise<void> {
  const piece = pieces.row(id)?.piece;
  if (!piece) throw new Error(pieceMessages[currentLanguage()].noPiece);
  await vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(piece.uri, true));
}

/** Moves a piece to the trash, once that is confirmed; what cites it is said first, and stays. */
export async function deletePiece({ pieces }: Services, id: unknown): Promise<void> {
  const words = pieceMessages[currentLanguage()];
  const piece = pieces.row(id)?.piece;
  if (!piece) throw new Error(words.noPiece);
  const { path, uses } = piece;
  const question = uses.length === 0 ? words.orphan(path) : words.cited(path, uses.length);
  if ((await vscode.window.showWarningMessage(question, { modal: true }, words.remove)) !== words.remove) return;
  await vscode.workspace.fs.delete(vscode.Uri.parse(piece.uri, true), { useTrash: true });
}
