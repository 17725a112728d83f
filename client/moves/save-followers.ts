import * as vscode from 'vscode';
import { languageId } from '../ids';

/**
 * Saves the manifests that followed a renamed or moved file. The file itself has its new name on disk at once: a manifest that
 * only the editor knows to have followed would be wrong for everybody else. Those with changes of their own are left to who
 * made them.
 */
export function saveFollowers(log: vscode.LogOutputChannel): vscode.Disposable {
  let unsaved = new Set<string>();
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles(() => {
      unsaved = new Set(
        vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
      );
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) if (unsaved.has(oldUri.toString())) unsaved.add(newUri.toString());
      const followers = vscode.workspace.textDocuments.filter(
        (document) => document.languageId === languageId && document.isDirty && !unsaved.has(document.uri.toString()),
      );
      for (const document of followers)
        void document.save().then((isSaved) => {
          if (!isSaved) log.warn(`${document.uri.toString()} followed a renamed file and could not be saved.`);
        });
    }),
  );
}
