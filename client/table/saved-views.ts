import type * as vscode from 'vscode';
import type { TableView } from '../../protocol/webview/table-view';

/** Where they are remembered for a workspace. */
const key = 'vuesDuTableau';

/** The looks of the table that were given names, in the order in which they were. */
export function readViews(memory: vscode.Memento): readonly TableView[] {
  return memory.get<readonly TableView[]>(key) ?? [];
}

/** Remembers them in place of those there were. */
export async function writeViews(memory: vscode.Memento, views: readonly TableView[]): Promise<void> {
  await memory.update(key, views);
}
