import * as vscode from 'vscode';
import type { ViewNode } from '../../protocol/compliance-view';
import { isSamePerson } from '../../words/same-person';
import type { ComplianceStore } from '../compliance/store';
import { section } from '../ids';
import { currentLanguage, myName } from '../settings';
import { gitUserName } from './git-user-name';
import { teamMessages } from './team-messages';

/** Who the user is; asked once, and kept in the settings of the user. @returns undefined when the person gave up */
export async function whoAmI(store: ComplianceStore): Promise<string | undefined> {
  const known = myName();
  return known === '' ? await askMyName(store) : known;
}

/** Asks who the user is, whatever is known of it. */
export async function askMyName(store: ComplianceStore): Promise<string | undefined> {
  const words = teamMessages[currentLanguage()];
  const people = peopleIn(store);
  const git = await gitName(store.home);
  const items: vscode.QuickPickItem[] = [
    ...(git === undefined || people.some((one) => isSamePerson(one, git))
      ? []
      : [{ label: git, description: words.ofGit }]),
    ...people.map((label) => ({ label, description: words.ofDossier })),
  ];
  const name = await pickOrType(items, words);
  if (name === undefined) return undefined;
  await vscode.workspace.getConfiguration(section).update('moi', name, vscode.ConfigurationTarget.Global);
  vscode.window.setStatusBarMessage(words.saved(name), 8000);
  return name;
}

/** One of the names, or what is typed. */
function pickOrType(
  items: readonly vscode.QuickPickItem[],
  words: (typeof teamMessages)['fr'],
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = words.asking;
  pick.placeholder = words.askingHint;
  pick.items = items;
  pick.value = myName();
  const show = (): void => {
    const typed = pick.value.trim();
    const isKnown = typed === '' || items.some(({ label }) => label === typed);
    pick.items = isKnown ? items : [{ label: typed, description: words.asTyped }, ...items];
  };
  show();
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const name = (pick.activeItems[0]?.label ?? pick.value).trim();
      if (name === '') return;
      resolve(name);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Everyone whom a dossier names, as it writes them. */
function peopleIn({ view }: ComplianceStore): string[] {
  const people: string[] = [];
  const walk = ({ responsible, children }: ViewNode): void => {
    if (responsible !== undefined && !people.some((one) => isSamePerson(one, responsible))) people.push(responsible);
    children.forEach(walk);
  };
  for (const { root } of view.dossiers) walk(root);
  return people.sort((a, b) => a.localeCompare(b));
}

/** As git knows the user, of the open folder first; no program is run for it. */
async function gitName(home: vscode.Uri | undefined): Promise<string | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const files = [
    ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, '.git', 'config')),
    ...(home ? [vscode.Uri.joinPath(home, '.gitconfig'), vscode.Uri.joinPath(home, '.config', 'git', 'config')] : []),
  ];
  for (const file of files) {
    const name = gitUserName(await textOf(file));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Empty for a file that is not there: it is only a guess that is wanted. */
async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return '';
    throw error;
  }
}
