import * as vscode from 'vscode';
import type { Row } from '../tree/tree-model';
import { openPlace } from '../ui/open-place';

/** Opens the box of a new thread: at the cursor, or at what a row of the tree is about. */
export async function newThread(row: Row | undefined): Promise<void> {
  if (row?.node.place) await openPlace(row.node.place);
  await vscode.commands.executeCommand('workbench.action.addComment');
}
