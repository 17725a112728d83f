import * as vscode from 'vscode';
import { languageId } from '../ids';
import { messagesFor } from '../messages';
import { currentLanguage } from '../settings';
import { commandButton, showWithButtons } from '../ui/buttons';

/** Says, once a session, that a manifest of a virtual file system is not read on a machine, and what to do about it. */
export function tellVirtual(): vscode.Disposable {
  let told = false;
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (told || !isVirtualManifest(document)) return;
    told = true;
    const messages = messagesFor(currentLanguage());
    await showWithButtons('warning', messages.virtualWorkspace, [
      commandButton(messages.cloneRepository, 'git.clone'),
      commandButton(messages.openFolder, 'vscode.openFolder'),
    ]);
  };
  for (const document of vscode.workspace.textDocuments) void look(document);
  return vscode.workspace.onDidOpenTextDocument((document) => void look(document));
}

/** The other side of a comparison, an unsaved text or one that ships is none: nobody keeps a dossier there. */
function isVirtualManifest({ languageId: language, uri }: vscode.TextDocument): boolean {
  if (language !== languageId || uri.scheme === 'file') return false;
  const isOpenFolder = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return isOpenFolder || (vscode.workspace.fs.isWritableFileSystem(uri.scheme) ?? false);
}
