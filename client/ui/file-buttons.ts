import * as vscode from 'vscode';
import type { Messages } from '../messages';
import type { Button } from './buttons';
import { revealFile } from './reveal-file';

/** What a message about a file that was written offers: opens it in its own program, or shows it in its folder. */
export function fileButtons(file: vscode.Uri, { open, showInFolder }: Messages): readonly Button[] {
  return [
    { label: open, run: () => vscode.env.openExternal(file) },
    { label: showInFolder, run: () => revealFile(file) },
  ];
}
