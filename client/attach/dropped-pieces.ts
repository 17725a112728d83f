import * as vscode from 'vscode';
import type { AttachPieceParams } from '../../protocol/requests/attach-plan';
import { droppedIn } from './uri-list';

/** What can be dropped on the tree: files of the explorer, and files of the desktop. */
export const droppedTypes = ['text/uri-list', 'files'] as const;

/**
 * The pieces in what was dropped. A file that has no place on this machine, such as one of the desktop dropped into a browser,
 * comes with its content.
 */
export async function droppedPieces(transfer: vscode.DataTransfer): Promise<readonly AttachPieceParams[]> {
  const listed = droppedIn((await transfer.get('text/uri-list')?.asString()) ?? '');
  if (listed.length > 0) {
    return listed.map((one) =>
      one.kind === 'link' ? one : { kind: 'file', uri: vscode.Uri.file(one.path).toString() },
    );
  }
  const files: vscode.DataTransferFile[] = [];
  transfer.forEach((item) => {
    const file = item.asFile();
    if (file) files.push(file);
  });
  const pieces: AttachPieceParams[] = [];
  for (const file of files) {
    if (file.uri?.scheme === 'file') pieces.push({ kind: 'file', uri: file.uri.toString() });
    else {
      const base64 = Buffer.from(await file.data()).toString('base64');
      pieces.push({ kind: 'bytes', name: file.name, base64 });
    }
  }
  return pieces;
}
