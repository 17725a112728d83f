import * as vscode from 'vscode';
import type { AttachPieceParams } from '../../protocol/requests/attach-plan';

/** What can be dropped on the tree: files of the explorer, and files of the desktop. */
export const droppedTypes = ['text/uri-list', 'files'] as const;

/**
 * The pieces in what was dropped. A file that has no place on this machine, such as one of the desktop dropped into a browser,
 * comes with its content.
 */
export async function droppedPieces(transfer: vscode.DataTransfer): Promise<readonly AttachPieceParams[]> {
  const listed = urisIn((await transfer.get('text/uri-list')?.asString()) ?? '');
  if (listed.length > 0) return listed.map((text) => pieceAt(text));
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

/** The addresses of a `text/uri-list`: one a line, lines that begin with `#` say something else. */
export function urisIn(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** A web page dragged from a browser is a link; for the rest the path counts, whatever VS Code calls the machine. */
function pieceAt(text: string): AttachPieceParams {
  const uri = vscode.Uri.parse(text, true);
  if (uri.scheme === 'http' || uri.scheme === 'https') return { kind: 'link', url: text };
  const isHere = ['file', 'vscode-remote', 'vscode-local'].includes(uri.scheme);
  return { kind: 'file', uri: (isHere ? vscode.Uri.file(uri.path) : uri).toString() };
}
