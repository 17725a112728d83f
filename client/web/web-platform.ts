import * as vscode from 'vscode';
import type { Platform } from '../platform/platform';
import { WorkerClient } from './worker-client';

/** The browser that the extension runs in: the server is a worker, and files are those of the editor. */
export function webPlatform(extension: vscode.Uri): Platform {
  const inDist = (...names: string[]) => vscode.Uri.joinPath(extension, 'dist', ...names).toString(true);
  return {
    isBrowser: true,
    makeClient: (options) => new WorkerClient(inDist('web', 'server.js'), options),
    serverOptions: { catalogueFolder: vscode.Uri.joinPath(extension, 'dist', 'catalogues').toString() },
    schemes: () => {
      const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
      // A lone file of this machine, which the browser was given.
      return [...new Set([...folders, 'file'])];
    },
    reaches: ({ scheme }) => vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined,
    home: undefined,
    assistantServers: () => undefined,
    offers: () => new vscode.Disposable(() => undefined),
  };
}
