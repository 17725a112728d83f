import * as vscode from 'vscode';
import { complianceRequest } from '../../protocol/requests/compliance';
import type { Row } from '../tree/tree-model';
import type { Services } from '../commands/services';
import { owner } from '../compliance/dossier-for';
import { chooseOne } from '../flows/ask';
import { commands, tableViewType } from '../ids';
import { activeDocument } from '../ui/active-document';
import { commandButton, showWithButtons } from '../ui/buttons';

const manifestName = /\.preuves\.yaml$/i;

/**
 * *Ouvrir dans le tableau*: the manifest that was clicked or is at hand; else the dossier that is, asked only when several
 * could be meant.
 */
export async function openTable(services: Services, row: Row | undefined, file: vscode.Uri | undefined): Promise<void> {
  const active = activeDocument();
  const manifest = [file, row ? undefined : active].find((uri) => uri && manifestName.test(uri.path));
  const uri = manifest ?? (row ? vscode.Uri.parse(row.dossierUri, true) : await askDossier(services, active));
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, tableViewType);
}

/** *Ouvrir le texte*: the text of the table that is active, in its place. */
export async function openText(uri: vscode.Uri | undefined): Promise<void> {
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
}

async function askDossier(services: Services, active: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const { dossiers } = await services.session.ask(complianceRequest, { groupBy: 'chapter' });
  const messages = services.messages();
  const [first, other] = dossiers;
  if (!first) {
    await showWithButtons('warning', messages.noDossier, [commandButton(messages.createDossier, commands.newDossier)]);
    return undefined;
  }
  if (!other) return vscode.Uri.parse(first.uri, true);
  const likely = active && owner({ dossiers }, active.toString());
  const choices = dossiers.map((one) => ({ label: one.root.label, description: one.summary, value: one }));
  const answer = await chooseOne({
    title: messages.product,
    position: { step: 1, total: 1, canGoBack: false },
    placeholder: messages.reportDossier,
    choices,
    active: choices.find(({ value }) => value === likely),
  });
  return answer.kind === 'value' ? vscode.Uri.parse(answer.value.uri, true) : undefined;
}
