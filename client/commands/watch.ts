import * as vscode from 'vscode';
import { verifyFactRequest, watchRequest, type WatchedRow } from '../../protocol/requests/watch';
import { currentLanguage, myName } from '../settings';
import type { Row } from '../tree/tree-model';
import { showWithButtons } from '../ui/buttons';
import { dossierUriOf } from './choose-dossier';
import { watchMessages, type WatchMessages } from './watch-messages';
import type { Services } from './services';

interface FactLine extends vscode.QuickPickItem {
  readonly fact?: WatchedRow;
}

interface ActionLine extends vscode.QuickPickItem {
  readonly url?: string;
}

/** *Veille*: the facts that a dossier rests on; each leads to its source, and to noting who read it again. */
export async function showWatch(services: Services, row?: Row): Promise<void> {
  const words = watchMessages[currentLanguage()];
  const uri = await dossierUriOf(services, row, { placeholder: words.chooseDossier });
  if (uri === undefined) return;
  const { title, heads, facts } = await services.connection.ask(watchRequest, { uri });
  const lines: FactLine[] = [
    ...heads.map((label) => ({ label, kind: vscode.QuickPickItemKind.Separator })),
    ...facts.map((fact) => ({
      label: `${fact.isDoubtful ? '$(warning)' : '$(verified)'} ${fact.label}`,
      description: fact.value ?? words.unknown,
      detail: fact.why,
      fact,
    })),
  ];
  const chosen = await vscode.window.showQuickPick(lines, {
    title,
    placeHolder: words.choose,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.fact) await follow(services, uri, chosen.fact, words);
}

async function follow(services: Services, uri: string, fact: WatchedRow, words: WatchMessages): Promise<void> {
  const actions: ActionLine[] = [
    ...fact.addresses.map(({ label, url }) => ({
      label: `$(link-external) ${words.open(label)}`,
      description: url,
      url,
    })),
    { label: `$(verified) ${words.verified}` },
  ];
  const action = await vscode.window.showQuickPick(actions, { title: fact.label, placeHolder: fact.why });
  if (!action) return;
  if (action.url !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(action.url, true));
    return;
  }
  if (!vscode.workspace.isTrusted) {
    await showWithButtons('warning', services.messages().untrusted, []);
    return;
  }
  const ask = (prompt: string, value: string) =>
    vscode.window.showInputBox({
      title: fact.label,
      prompt,
      value,
      validateInput: (text) => (text.trim() === '' ? words.needed : undefined),
    });
  const value = await ask(words.value, fact.value ?? '');
  if (value === undefined) return;
  const by = await ask(words.by, myName());
  if (by === undefined) return;
  const { message } = await services.connection.ask(verifyFactRequest, { uri, fact: fact.id, value, by });
  await showWithButtons('information', message, []);
}
