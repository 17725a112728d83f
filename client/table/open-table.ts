import * as vscode from 'vscode';
import type { Row } from '../tree/tree-model';
import { dossierUriOf } from '../commands/choose-dossier';
import type { Services } from '../commands/services';
import { tableViewType } from '../ids';
import { activeDocument } from '../ui/active-document';

const manifestName = /\.preuves\.yaml$/i;

/**
 * *Ouvrir dans le tableau*: the manifest that was clicked or is at hand; else the dossier that is, asked only when several
 * could be meant.
 */
export async function openTable(services: Services, row: Row | undefined, file: vscode.Uri | undefined): Promise<void> {
  const active = activeDocument();
  const manifest = [file, row ? undefined : active].find((uri) => uri && manifestName.test(uri.path));
  const dossier = manifest ? undefined : await dossierUriOf(services, row);
  const uri = manifest ?? (dossier === undefined ? undefined : vscode.Uri.parse(dossier, true));
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, tableViewType);
}

/** *Ouvrir le texte*: the text of the table that is active, in its place. */
export async function openText(uri: vscode.Uri | undefined): Promise<void> {
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
}
