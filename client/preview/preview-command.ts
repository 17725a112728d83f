import * as vscode from 'vscode';
import type { Services } from '../commands/services';
import { showPreview } from './show-preview';

/** *Aperçu*: of the piece of a row, in the tree of requirements or in the view of the pieces. */
export async function previewPiece(services: Services, extension: vscode.Uri, argument: unknown): Promise<void> {
  const row = services.tree.rowMeant(argument);
  if (row) {
    await shown(services, extension, row.dossierUri, row.node.fileUri);
    return;
  }
  const found = services.pieces.row(argument);
  await shown(services, extension, found?.dossierUri, found?.piece?.uri);
}

/** Only files are shown: what the manifest says is not trusted to name anything else. */
async function shown(
  services: Services,
  extension: vscode.Uri,
  manifest: string | undefined,
  file: string | undefined,
): Promise<void> {
  const uri = file === undefined ? undefined : vscode.Uri.parse(file, true);
  if (manifest === undefined || uri?.scheme !== 'file') throw new Error(services.messages().evidenceNotAFile);
  await showPreview(services, extension, manifest, uri);
}
