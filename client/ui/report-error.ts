import * as vscode from 'vscode';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { ServerNotRunning } from '../connection/server-connection';
import { commands } from '../ids';
import type { Messages } from '../messages';

/** Whether an error only says that somebody gave up. */
function isCancellation(error: unknown): boolean {
  return (
    error instanceof vscode.CancellationError ||
    (error instanceof ResponseError &&
      (error.code === LSPErrorCodes.RequestCancelled || error.code === LSPErrorCodes.ServerCancelled))
  );
}

function isLostServer(error: unknown): boolean {
  return (
    error instanceof ServerNotRunning ||
    (error instanceof ResponseError &&
      (error.code === ErrorCodes.PendingResponseRejected || error.code === ErrorCodes.ConnectionInactive))
  );
}

/**
 * Shows why something did not work and what to do about it; details go to the log. A cancellation is not shown.
 *
 * @param what was being done, to begin the message with
 */
export async function reportError(
  what: string,
  error: unknown,
  messages: Messages,
  log: vscode.LogOutputChannel,
): Promise<void> {
  if (isCancellation(error)) return;
  log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const actions: Readonly<Record<string, string>> = isLostServer(error)
    ? { [messages.restart]: commands.restart, [messages.openLog]: commands.openLog }
    : { [messages.openLog]: commands.openLog };
  const why = isLostServer(error) ? messages.serverNotRunning : error instanceof Error ? error.message : String(error);
  const chosen = await vscode.window.showErrorMessage(messages.failed(what, why), ...Object.keys(actions));
  const command = chosen === undefined ? undefined : actions[chosen];
  if (command !== undefined) await vscode.commands.executeCommand(command);
}
