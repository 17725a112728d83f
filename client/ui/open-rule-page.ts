import * as vscode from 'vscode';

/**
 * Opens the page of a rule that ships with the extension, rendered: it is there without a network.
 * @param rule `category/name`
 * @returns false when there is no such page
 */
export async function openRulePage(extension: vscode.Uri, rule: unknown): Promise<boolean> {
  if (typeof rule !== 'string' || !/^[a-z-]+\/[a-z0-9-]+$/.test(rule)) return false;
  const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`);
  try {
    await vscode.workspace.fs.stat(page);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
  await vscode.commands.executeCommand('markdown.showPreview', page);
  return true;
}
