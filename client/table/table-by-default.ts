import * as vscode from 'vscode';
import { chooseOne } from '../flows/ask';
import { tableViewType } from '../ids';
import { currentLanguage } from '../settings';

const section = 'workbench';
const setting = 'editorAssociations';
const pattern = '*.preuves.yaml';

const words = {
  fr: {
    title: 'Ouvrir les dossiers de preuves',
    placeholder: 'Ce qui s’ouvre d’un clic sur un manifeste ; l’autre reste à un bouton',
    here: 'dans le tableau, pour cet espace de travail',
    everywhere: 'dans le tableau, partout',
    text: 'en texte',
  },
  en: {
    title: 'Open proof dossiers',
    placeholder: 'What a click on a manifest opens; the other stays one button away',
    here: 'as a table, in this workspace',
    everywhere: 'as a table, everywhere',
    text: 'as text',
  },
} as const;

/** *Ouvrir les dossiers dans le tableau par défaut*: asks where, and writes the setting of VS Code for it. */
export async function chooseTableByDefault(): Promise<void> {
  const { title, placeholder, here, everywhere, text } = words[currentLanguage()];
  const answer = await chooseOne<'here' | 'everywhere' | 'text'>({
    title,
    position: { step: 1, total: 1, canGoBack: false },
    placeholder,
    choices: [
      ...(vscode.workspace.workspaceFolders ? [{ label: here, value: 'here' as const }] : []),
      { label: everywhere, value: 'everywhere' },
      { label: text, value: 'text' },
    ],
  });
  if (answer.kind !== 'value') return;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  if (answer.value !== 'text') await associate(answer.value === 'here' ? Workspace : Global, tableViewType);
  else for (const target of [Workspace, Global]) await associate(target, undefined);
}

/** Keeps every other association as it is. */
async function associate(target: vscode.ConfigurationTarget, editor: string | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  const inspected = configuration.inspect<Readonly<Record<string, string>>>(setting);
  const isGlobal = target === vscode.ConfigurationTarget.Global;
  const before = (isGlobal ? inspected?.globalValue : inspected?.workspaceValue) ?? {};
  if (editor === undefined && !(pattern in before)) return;
  const others = Object.entries(before).filter(([one]) => one !== pattern);
  const after = Object.fromEntries([...others, ...(editor === undefined ? [] : [[pattern, editor] as const])]);
  await configuration.update(setting, Object.keys(after).length === 0 ? undefined : after, target);
}
