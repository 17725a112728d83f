import * as vscode from 'vscode';
import type { ComplianceStore } from './compliance/store';
import type { Session } from './connection/session';
import { contextKeys } from './ids';

/** Keeps what the `when` clauses of package.json ask for up to date. */
export function followContextKeys(session: Session, store: ComplianceStore): vscode.Disposable {
  const set = (key: string, value: string): void => {
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const setGrouping = (): void => {
    set(contextKeys.groupBy, store.grouping);
  };
  setGrouping();
  set(contextKeys.state, session.state);
  return vscode.Disposable.from(
    session.onDidChangeState((state) => {
      set(contextKeys.state, state);
    }),
    store.onDidRefresh(({ dossiers }) => {
      set(contextKeys.dossiers, dossiers.length === 0 ? 'aucun' : 'presents');
    }),
    store.onDidChangeGrouping(setGrouping),
  );
}
