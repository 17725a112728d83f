import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { SegurPreuvesApi } from '../../client/api';
import type { DossierView, ViewNode } from '../../protocol/compliance-view';
import { extensionId, startedApi } from './extension-api';
import { until } from './until';

/** A dossier in a folder of its own in the opened workspace. */
export class OwnDossier {
  private constructor(
    readonly api: SegurPreuvesApi,
    readonly folder: vscode.Uri,
    readonly main: vscode.Uri,
  ) {}

  /** @param files by path; `main.preuves.yaml` is the main manifest */
  static async create(
    api: SegurPreuvesApi,
    name: string,
    files: Readonly<Record<string, string>>,
  ): Promise<OwnDossier> {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(root, 'no folder is open');
    const folder = vscode.Uri.joinPath(root, name);
    const dossier = new OwnDossier(api, folder, vscode.Uri.joinPath(folder, 'main.preuves.yaml'));
    for (const [file, text] of Object.entries(files)) await dossier.write(file, text);
    // Opened, so that the server knows it whether or not a watcher tells of a folder so young.
    await vscode.workspace.openTextDocument(dossier.main);
    await until('the dossier in the tree', () => dossier.view, api.onDidRefresh);
    return dossier;
  }

  get view(): DossierView | undefined {
    return this.api.view.dossiers.find(({ uri }) => vscode.Uri.parse(uri).toString() === this.main.toString());
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(this.uri(name), bytes);
  }

  async exists(name: string): Promise<boolean> {
    return vscode.workspace.fs.stat(this.uri(name)).then(
      () => true,
      () => false,
    );
  }

  /** How the tree hands the row with that id to commands. */
  rowKey(id: string): string {
    return this.rowKeyIfThere(id) ?? assert.fail(`no row ${id}`);
  }

  /** The same, or undefined while the tree has no such row. */
  rowKeyIfThere(id: string): string | undefined {
    const keyOf = (node: ViewNode, above: string): string | undefined => {
      const key = above + JSON.stringify([node.id]);
      return node.id === id ? key : node.children.map((child) => keyOf(child, key)).find((one) => one !== undefined);
    };
    return this.view && keyOf(this.view.root, '');
  }

  /** Packages a draft with the command line of the installed extension. */
  async package(name: string): Promise<vscode.Uri> {
    const extension = vscode.extensions.getExtension(extensionId);
    const cli = path.join(extension?.extensionPath ?? '', 'dist/cli.js');
    const target = this.uri(name);
    const args = [cli, 'package', this.main.fsPath, '--brouillon', '-o', target.fsPath];
    // On the desktop the extension host runs in Electron.
    await promisify(execFile)(process.execPath, args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    return target;
  }

  /** Deletes the folder as a program does, of which no command tells; the dossier leaves the tree. */
  async remove(): Promise<void> {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(this.folder, { recursive: true });
    await until('the dossier gone from the tree', () => (this.view ? undefined : true), this.api.onDidRefresh);
  }
}

/**
 * Waits for something while it answers what is asked. VS Code's command for the first button of a message takes whichever message
 * is on top, and the first button of one that shows a progress is Cancel: nothing is pressed before the message is there.
 * @param answers `choice`: the line that a list stands on; a pattern: the first button of a message that matches it, once
 */
export async function answering<T>(
  what: string,
  seen: () => T | undefined | Promise<T | undefined>,
  ...answers: readonly ('choice' | RegExp)[]
): Promise<T> {
  const api = await startedApi();
  const pressed = new Set<RegExp>();
  return until(what, async () => {
    const value = await seen();
    if (value !== undefined) return value;
    for (const answer of answers) {
      if (answer === 'choice') await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      else if (!pressed.has(answer) && answer.test(api.waitingMessages.at(-1) ?? '')) {
        pressed.add(answer);
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      }
    }
    return undefined;
  });
}

/** Waits for the end of a command, whose last message stays until it is closed. */
export async function ended(command: Thenable<unknown>): Promise<void> {
  let over = false;
  const end = Promise.resolve(command).finally(() => (over = true));
  await until('the end of the command', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return over || undefined;
  });
  await end;
}

/** Every tab of the window. */
export function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}
