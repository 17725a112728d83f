import * as vscode from 'vscode';
import type { Services } from '../commands/services';
import { commands, viewId } from '../ids';
import { currentLanguage } from '../settings';
import { commandButton, showWithButtons } from '../ui/buttons';
import { teamMessages } from './team-messages';
import { whoAmI } from './who-am-i';

/** *Mes preuves*: shows in the tree what the user is named for, and a way out where that is nothing. */
export async function showMyProofs({ store, tree }: Services): Promise<void> {
  const words = teamMessages[currentLanguage()];
  const name = await whoAmI(store);
  if (name === undefined) return;
  await store.refresh();
  await tree.show('mine');
  await vscode.commands.executeCommand(`${viewId}.focus`);
  if (!tree.isEmpty) return;
  await showWithButtons('information', words.noneMine(name), [
    commandButton(words.changeName, commands.myName),
    commandButton(words.showAll, commands.showAll),
  ]);
}
