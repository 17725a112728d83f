import * as vscode from 'vscode';
import type { Row } from '../tree/tree-model';
import { openPlace } from '../ui/open-place';
import type { Services } from './services';

/** Opens the place of a row in its manifest; the keyboard stays in the tree. */
export async function openRow(services: Services, row: Row | undefined): Promise<void> {
  const place = row?.node.place;
  if (place === undefined) throw new Error(services.messages().placeGone);
  await openPlace(place, { preserveFocus: true });
}

/** Opens the file of a piece of evidence beside the manifest. */
export async function openEvidence(services: Services, row: Row | undefined): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', evidenceUri(services, row), {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
  });
}

/** Opens the file of a piece of evidence with the system's application for it. */
export async function openEvidenceOutside(services: Services, row: Row | undefined): Promise<void> {
  await vscode.env.openExternal(evidenceUri(services, row));
}

/** Copies what a row is called. */
export async function copyLabel(services: Services, row: Row | undefined): Promise<void> {
  if (row === undefined) throw new Error(services.messages().placeGone);
  await vscode.env.clipboard.writeText(row.node.label);
}

/** Only files are opened: what the manifest says is not trusted to name anything else. */
function evidenceUri(services: Services, row: Row | undefined): vscode.Uri {
  const uri = row?.node.fileUri === undefined ? undefined : vscode.Uri.parse(row.node.fileUri, true);
  if (!uri || !services.connection.platform.reaches(uri)) throw new Error(services.messages().evidenceNotAFile);
  return uri;
}
