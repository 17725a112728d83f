import * as vscode from 'vscode';
import { section } from '../ids';
import type { ServerConnection } from './server-connection';

/** Keeps something that the server tells up to date: `refresh` whenever it may say something else, `clear` once it says nothing. */
export function followServer(connection: ServerConnection, refresh: () => void, clear: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    connection.onDidChangeFigures(refresh),
    connection.onDidChangeState((state) => {
      if (state === 'running') refresh();
      if (state === 'failed') clear();
    }),
    // Labels come in the language of the settings.
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${section}.langue`)) refresh();
    }),
  );
}
