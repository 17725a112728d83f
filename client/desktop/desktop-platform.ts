import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { offerAssistant, toldAssistantServers } from '../assistant/offer-assistant';
import { section, taskType } from '../ids';
import type { Platform } from '../platform/platform';
import { TaskProvider } from '../tasks/task-provider';
import { QuietClient } from './quiet-client';
import { serverFlags } from './server-flags';
import { tellVirtual } from './tell-virtual';

/** The machine that the extension runs on. */
export function desktopPlatform({
  extension,
  storageUri,
  globalStorageUri,
}: Pick<vscode.ExtensionContext, 'extension' | 'storageUri' | 'globalStorageUri'>): Platform {
  return {
    isBrowser: false,
    makeClient: (options) => new QuietClient(section, 'Ségur Preuves', serverOptions(extension.extensionUri), options),
    serverOptions: { storagePath: (storageUri ?? globalStorageUri).fsPath },
    // Files only: the other side of a Git comparison would count as a second dossier.
    schemes: () => ['file'],
    reaches: ({ scheme }) => scheme === 'file',
    home: vscode.Uri.file(homedir()),
    assistantServers: toldAssistantServers,
    offers: (connection, store) =>
      vscode.Disposable.from(
        offerAssistant(extension),
        tellVirtual(),
        vscode.tasks.registerTaskProvider(taskType, new TaskProvider(extension.extensionUri, connection, store)),
      ),
  };
}

function serverOptions(extension: vscode.Uri): ServerOptions {
  const run = {
    module: vscode.Uri.joinPath(extension, 'dist', 'cli.js').fsPath,
    args: ['lsp'],
    transport: TransportKind.ipc,
  };
  const inspect = ['--nolazy', '--inspect=6009'];
  return {
    run: { ...run, options: { execArgv: serverFlags } },
    debug: { ...run, options: { execArgv: [...serverFlags, ...inspect] } },
  };
}
