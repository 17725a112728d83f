import * as vscode from 'vscode';
import { currentLanguage } from '../settings';
import { openPlace } from '../ui/open-place';
import { goingMessages } from './going-messages';
import type { Services } from './services';

/** Asks for a requirement, proof or piece by its words, and opens its place in the manifest. */
export async function search({ tree }: Services): Promise<void> {
  const words = goingMessages[currentLanguage()];
  const found = tree.search();
  if (found.length === 0) {
    vscode.window.setStatusBarMessage(words.nothingToSearch, 6000);
    return;
  }
  const chosen = await vscode.window.showQuickPick(found, {
    title: words.searching,
    placeHolder: words.searchHint,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.row.node.place) await openPlace(chosen.row.node.place);
}
