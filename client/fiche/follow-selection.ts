import * as vscode from 'vscode';
import { slotOf } from '../attach/proof-choices';
import { languageId } from '../ids';
import type { ComplianceTree } from '../tree/compliance-tree';
import { onDidTellPlace } from '../ui/active-place';
import type { FicheProvider } from './fiche-provider';

/** How long the cursor rests before the fiche follows, in milliseconds: not at every key stroke. */
const rest = 200;

/** Shows the fiche of what is selected in the tree, at the cursor in a text, or at the keyboard in a table. */
export function followSelection(fiche: FicheProvider, tree: ComplianceTree): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const soon = (run: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(run, rest);
  };
  const followText = (editor: vscode.TextEditor | undefined): void => {
    if (editor?.document.languageId !== languageId) return;
    soon(() => {
      const { line, character } = editor.selection.active;
      fiche.follow({ uri: editor.document.uri.toString(), at: { kind: 'position', line, character } });
    });
  };
  followText(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // What the fiche itself writes moves no cursor that the user has put somewhere.
      if (kind !== undefined) followText(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor(followText),
    onDidTellPlace(({ uri, range: { start } }) => {
      soon(() => {
        fiche.follow({ uri, at: { kind: 'position', ...start } });
      });
    }),
    tree.onDidSelect((row) => {
      const slot = slotOf(tree.pathOf(row));
      const uri = row.dossierUri;
      if (slot && uri !== undefined)
        soon(() => {
          fiche.follow({ uri, at: { kind: 'entry', ...slot } });
        });
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}
