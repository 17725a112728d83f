import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SegurPreuvesApi } from '../../client/api';

export const extensionId = 'segur-preuves.segur-preuves';

/** Activates the extension, waits for its server, and returns what it offers. */
export async function startedApi(): Promise<SegurPreuvesApi> {
  const extension = vscode.extensions.getExtension<SegurPreuvesApi>(extensionId);
  assert.ok(extension, `${extensionId} is not installed`);
  const api = await extension.activate();
  await api.ready;
  return api;
}

/** The main manifests (those that tell their dispositif) of the workspace, the shallowest first. */
export async function mainManifests(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles('**/*.preuves.yaml');
  const texts = await Promise.all(found.map((uri) => vscode.workspace.fs.readFile(uri)));
  return found
    .filter((_, index) => /^dossier:/m.test(new TextDecoder().decode(texts[index])))
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1));
}
