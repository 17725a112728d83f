import * as vscode from 'vscode';
import type { AttachPieceParams } from '../../protocol/requests/attach-plan';
import { toBase64 } from '../ui/base64';
import { droppedIn } from './uri-list';

/** What can be dropped on the tree: files of the explorer, and files of the desktop. */
export const droppedTypes = ['text/uri-list', 'files'] as const;

/**
 * The pieces in what was dropped. A file that has no place on this machine, such as one of the desktop dropped into a browser,
 * comes with its content.
 */
export async function droppedPieces(transfer: vscode.DataTransfer): Promise<readonly AttachPieceParams[]> {
  const listed = piecesIn((await transfer.get('text/uri-list')?.asString()) ?? '', []);
  if (listed.length > 0) return listed;
  const files: vscode.DataTransferFile[] = [];
  transfer.forEach((item) => {
    const file = item.asFile();
    if (file) files.push(file);
  });
  const pieces: AttachPieceParams[] = [];
  for (const file of files) {
    if (file.uri?.scheme === 'file') pieces.push({ kind: 'file', uri: file.uri.toString() });
    else pieces.push(bytesPiece(file.name, await file.data()));
  }
  return pieces;
}

/** The pieces that a `text/uri-list` names; where it names none, those whose content is at hand. */
export function piecesIn(
  list: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): readonly AttachPieceParams[] {
  const listed = droppedIn(list);
  if (listed.length === 0) return files.map(({ name, bytes }) => bytesPiece(name, bytes));
  return listed.map((one) => (one.kind === 'link' ? one : { kind: 'file', uri: vscode.Uri.file(one.path).toString() }));
}

function bytesPiece(name: string, bytes: Uint8Array): AttachPieceParams {
  return { kind: 'bytes', name, base64: toBase64(bytes) };
}
