import * as vscode from 'vscode';

/**
 * The file that the user is at: of the active text editor or of the active custom editor, such as the table of proofs, in
 * which there is no active text editor.
 */
export function activeDocument(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : vscode.window.activeTextEditor?.document.uri;
}

/** Tells when {@link activeDocument} may be another one. */
export function onDidChangeActiveDocument(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(listener),
    vscode.window.tabGroups.onDidChangeTabs(listener),
    vscode.window.tabGroups.onDidChangeTabGroups(listener),
  );
}
