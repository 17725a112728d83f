import * as vscode from 'vscode';

/** Shows where a file lies: in the system's file manager on a desktop, else in the explorer where it has it. */
export async function revealFile(uri: vscode.Uri): Promise<void> {
  const onDesktop = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  await vscode.commands.executeCommand(onDesktop ? 'revealFileInOS' : 'revealInExplorer', uri);
}

/** Whether a file exists. Any failure to look counts as no. */
export async function fileExists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
