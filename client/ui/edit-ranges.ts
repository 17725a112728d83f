import * as vscode from 'vscode';
import type { AttachEdit } from '../../protocol/requests/attach';

/** A range of the protocol as VS Code has it. */
export function rangeOf({ range: { start, end } }: Pick<AttachEdit, 'range'>): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** An edit of the protocol as VS Code has it. */
export function textEditOf(edit: AttachEdit): vscode.TextEdit {
  return new vscode.TextEdit(rangeOf(edit), edit.newText);
}

type Changes = Readonly<Record<string, readonly AttachEdit[]>>;

/** The changes of one document and those of other files. */
export function splitAt(document: vscode.TextDocument, changes: Changes): { own: Changes; others: Changes } {
  const isOwn = (uri: string): boolean => vscode.Uri.parse(uri, true).toString() === document.uri.toString();
  const all = Object.entries(changes);
  return {
    own: Object.fromEntries(all.filter(([uri]) => isOwn(uri))),
    others: Object.fromEntries(all.filter(([uri]) => !isOwn(uri))),
  };
}
