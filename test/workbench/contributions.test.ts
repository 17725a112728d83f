import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, mainManifests, startedApi } from './extension-api';

interface Contributes {
  readonly commands: readonly { readonly command: string }[];
}

describe('contributions', () => {
  before(startedApi);

  it('has every contributed command', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as { contributes: Contributes };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.map(({ command }) => command).filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
  });

  it('gives manifests a language of their own, with two spaces', async () => {
    const [uri] = await mainManifests();
    assert.ok(uri);
    const editor = await vscode.window.showTextDocument(uri);
    assert.equal(editor.document.languageId, 'preuves-segur');
    assert.equal(editor.options.insertSpaces, true);
    assert.equal(editor.options.tabSize, 2);
  });

  it('leaves other YAML files alone', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'dossier: {}\n' });
    assert.equal(document.languageId, 'yaml');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('restarts its server on demand, and has its figures again', async () => {
    const api = await startedApi();
    const before = api.view.dossiers.length;
    await vscode.commands.executeCommand('segurPreuves.redemarrer');
    await vscode.commands.executeCommand('segurPreuves.actualiser');
    assert.equal(api.view.dossiers.length, before);
  });

  it('opens the view and the first steps', async () => {
    await vscode.commands.executeCommand('segurPreuves.conformite.focus');
    await vscode.commands.executeCommand('segurPreuves.premiersPas');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
