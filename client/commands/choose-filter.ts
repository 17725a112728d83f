import * as vscode from 'vscode';
import { section } from '../ids';
import { currentLanguage } from '../settings';
import { treeFilters } from '../tree/filter-view';
import { commandButton, showWithButtons } from '../ui/buttons';
import { goingMessages } from './going-messages';
import type { Services } from './services';

/** Asks which proofs the tree is to show; who has not said who they are is told how to. */
export async function chooseFilter({ tree }: Services): Promise<void> {
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
  const self = vscode.workspace.getConfiguration(section).get<string>('moi')?.trim() ?? '';
  if (chosen.filter !== 'mine' || self !== '') return;
  await showWithButtons('information', words.noSelf, [
    commandButton(words.setSelf, 'workbench.action.openSettings', `${section}.moi`),
  ]);
}
