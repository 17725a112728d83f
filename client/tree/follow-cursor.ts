import * as vscode from 'vscode';
import { languageId, section } from '../ids';
import type { ComplianceTree } from './compliance-tree';

/** How long the cursor rests before the tree follows, in milliseconds: not at every key stroke. */
const rest = 200;

/** Shows the row of the entry at the cursor in the tree, unless the setting says not to. */
export function followCursor(tree: ComplianceTree, log: vscode.LogOutputChannel): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const follow = (editor: vscode.TextEditor | undefined): void => {
    clearTimeout(timer);
    // It follows once it can be seen.
    if (!tree.isVisible || editor?.document.languageId !== languageId) return;
    if (vscode.workspace.getConfiguration(section).get<boolean>('suivreLeCurseur') === false) return;
    timer = setTimeout(() => {
      const { line, character } = editor.selection.active;
      tree
        .revealAt(editor.document.uri.toString(), { line, character }, sectionLine(editor.document, line))
        // A row can vanish with a refresh between the search and the reveal.
        .catch((error: unknown) => {
          log.debug(`The tree did not follow the cursor: ${String(error)}`);
        });
    }, rest);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      follow(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    tree.onDidAppear(() => {
      follow(vscode.window.activeTextEditor);
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}

/** Line of the nearest key without margin at or above a line; -1 when there is none. */
function sectionLine(document: vscode.TextDocument, line: number): number {
  for (let at = line; at >= 0; at -= 1) if (/^[^\s#-]/.test(document.lineAt(at).text)) return at;
  return -1;
}
