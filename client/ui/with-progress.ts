import * as vscode from 'vscode';

/** Runs a task under a notification with a Cancel button; its token goes to the task. Rejects as the task does. */
export async function withProgress<T>(
  title: string,
  task: (cancellation: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_progress, cancellation) => task(cancellation));
}
