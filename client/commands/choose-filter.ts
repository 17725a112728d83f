import * as vscode from 'vscode';
import { currentLanguage } from '../settings';
import { treeFilters } from '../tree/filter-view';
import { whoAmI } from '../team/who-am-i';
import { goingMessages } from './going-messages';
import type { Services } from './services';

/** Asks which proofs the tree is to show; who has not said who they are is asked. */
export async function chooseFilter({ store, tree }: Services): Promise<void> {
  const words = goingMessages[currentLanguage()];
  const choices = treeFilters.map((filter) => ({
    filter,
    label: words.filters[filter],
    iconPath: new vscode.ThemeIcon(filter === tree.filter ? 'check' : 'blank'),
  }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: words.filtering,
    placeHolder: words.chooseFilter,
  });
  if (!chosen) return;
  await tree.show(chosen.filter);
  if (chosen.filter === 'mine') await whoAmI(store);
}
