import * as vscode from 'vscode';
import type { ViewPlace } from '../../protocol/view-place';

/** Shows a place of a text file, with the cursor at its start. Rejects when the file cannot be opened. */
export async function openPlace(
  { uri, range }: ViewPlace,
  options: Pick<vscode.TextDocumentShowOptions, 'preserveFocus' | 'viewColumn'> = {},
): Promise<void> {
  const start = new vscode.Position(range.start.line, range.start.character);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { ...options, preview: true });
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(
    new vscode.Range(start, new vscode.Position(range.end.line, range.end.character)),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
