import * as vscode from 'vscode';

/** A button of a message and what it does. */
export interface Button {
  readonly label: string;
  readonly run: () => Thenable<unknown>;
}

/** Shows a message with buttons, and runs the chosen one. Resolves when that is done, or at once when none was chosen. */
export async function showWithButtons(
  kind: 'information' | 'warning' | 'error',
  message: string,
  buttons: readonly Button[],
): Promise<void> {
  const show = {
    information: vscode.window.showInformationMessage,
    warning: vscode.window.showWarningMessage,
    error: vscode.window.showErrorMessage,
  }[kind] as (message: string, ...labels: string[]) => Thenable<string | undefined>;
  const chosen = await show(message, ...buttons.map(({ label }) => label));
  await buttons.find(({ label }) => label === chosen)?.run();
}

/** Runs a command when chosen. */
export function commandButton(label: string, command: string, ...args: readonly unknown[]): Button {
  return { label, run: () => vscode.commands.executeCommand(command, ...args) };
}
