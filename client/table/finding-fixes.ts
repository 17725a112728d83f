import * as vscode from 'vscode';
import type { TableFinding } from '../../protocol/requests/table';
import { rangeOf } from '../ui/edit-ranges';

/** What the server offers to correct a finding, by title, as in text. */
export async function fixesAt(finding: TableFinding): Promise<readonly string[]> {
  return (await actionsAt(finding)).map(({ title }) => title);
}

/** Makes one of them, found again in the text as it is now. Does nothing when it is not offered any more. */
export async function makeFix(finding: TableFinding, title: string): Promise<void> {
  const action = (await actionsAt(finding)).find((one) => one.title === title);
  if (!action) return;
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

async function actionsAt({ place, rule }: TableFinding): Promise<readonly vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[] | undefined>(
    'vscode.executeCodeActionProvider',
    vscode.Uri.parse(place.uri, true),
    rangeOf(place),
    vscode.CodeActionKind.QuickFix.value,
    // Their edits are made when they are asked for.
    50,
  );
  return (found ?? []).filter((one): one is vscode.CodeAction => 'diagnostics' in one && isFor(one, rule));
}

function isFor({ diagnostics, disabled }: vscode.CodeAction, rule: string): boolean {
  return disabled === undefined && (diagnostics ?? []).some(({ code }) => codeOf(code) === rule);
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
