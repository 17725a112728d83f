import * as vscode from 'vscode';

/** Changes of a manifest that the server worked out on a text. */
export interface TextChanges {
  readonly uri: string;
  readonly before: string;
  /** UTF-16 offsets in `before`. */
  readonly changes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/**
 * Adds changes to an edit of the workspace.
 *
 * @returns false when the text is another one by now; the edit then stays as it was
 */
export async function addChanges(edit: vscode.WorkspaceEdit, file: TextChanges): Promise<boolean> {
  const uri = vscode.Uri.parse(file.uri, true);
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  // The editor hides the byte order mark that offsets of the file count.
  const mark = file.before.startsWith('\ufeff') && !text.startsWith('\ufeff') ? 1 : 0;
  if (text !== file.before.slice(mark)) return false;
  for (const { start, end, text: inserted } of file.changes) {
    const range = new vscode.Range(document.positionAt(start - mark), document.positionAt(end - mark));
    edit.replace(uri, range, inserted);
  }
  return true;
}
