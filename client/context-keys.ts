import * as vscode from 'vscode';
import { hasEvidence } from './compliance/has-evidence';
import type { ComplianceStore } from './compliance/store';
import type { ServerConnection } from './connection/server-connection';
import { contextKeys } from './ids';

/** Keeps what the `when` clauses of package.json ask for up to date. */
export function followContextKeys(connection: ServerConnection, store: ComplianceStore): vscode.Disposable {
  const set = (key: string, value: string): void => {
    setContext(key, value);
  };
  const setGrouping = (): void => {
    set(contextKeys.groupBy, store.grouping);
  };
  setGrouping();
  setContext(contextKeys.browser, connection.platform.isBrowser);
  set(contextKeys.state, connection.state);
  return vscode.Disposable.from(
    connection.onDidChangeState((state) => {
      set(contextKeys.state, state);
    }),
    store.onDidRefresh(({ dossiers, groups }) => {
      set(contextKeys.dossiers, dossiers.length === 0 ? 'aucun' : 'presents');
      set(contextKeys.portfolio, groups === undefined || groups.length === 0 ? 'aucun' : 'present');
      setContext(
        contextKeys.pieces,
        dossiers.some(({ root }) => hasEvidence(root.counts)),
      );
    }),
    store.onDidChangeGrouping(setGrouping),
  );
}

/** Notes that one of the steps of the walkthrough was done. */
export function markDone(step: 'imported' | 'created' | 'attached' | 'checked' | 'packaged'): void {
  setContext(contextKeys[step], true);
}

function setContext(key: string, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
