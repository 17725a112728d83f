import * as vscode from 'vscode';

/** A button of a message and what it does. */
export interface Button {
  readonly label: string;
  readonly run: () => Thenable<unknown>;
}

/** What is told and waits for an answer, the last one last. */
const waiting: { readonly message: string }[] = [];

/** The messages that were shown and neither answered nor closed, the last one last. */
export function waitingMessages(): readonly string[] {
  return waiting.map(({ message }) => message);
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
  const one = { message };
  waiting.push(one);
  let chosen: string | undefined;
  try {
    chosen = await show(message, ...buttons.map(({ label }) => label));
  } finally {
    waiting.splice(waiting.indexOf(one), 1);
  }
  await buttons.find(({ label }) => label === chosen)?.run();
}

/** Runs a command when chosen. */
export function commandButton(label: string, command: string, ...args: readonly unknown[]): Button {
  return { label, run: () => vscode.commands.executeCommand(command, ...args) };
}
