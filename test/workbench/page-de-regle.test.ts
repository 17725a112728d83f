import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startedApi } from './extension-api';
import { until } from './until';

const previews = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview'));

describe('page de règle', () => {
  before(startedApi);
  after(() => vscode.window.tabGroups.close(previews()));

  it('opens the page that ships with the extension', async () => {
    // Behind the quick fix that every finding has.
    await vscode.commands.executeCommand('segurPreuves.serveur.pageRegle', 'preuve/manquante');
    const tab = await until('the page', () => previews()[0], vscode.window.tabGroups.onDidChangeTabs);
    assert.match(tab.label, /manquante/);
  });
});
