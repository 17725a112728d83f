import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SegurPreuvesApi } from '../../client/api';
import { startedApi } from './extension-api';
import { until } from './until';

function reportTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('segurPreuves.rapport'));
}

describe('rapport', () => {
  let api: SegurPreuvesApi;

  before(async () => {
    api = await startedApi();
    await until('a dossier in the tree', () => api.view.dossiers[0], api.onDidRefresh);
  });
  after(() => vscode.window.tabGroups.close(reportTabs()));

  it('opens one panel for a dossier, however often it is asked for', async () => {
    // The tree hands its rows to commands by key.
    const row = JSON.stringify([api.view.dossiers[0]?.root.id]);
    await vscode.commands.executeCommand('segurPreuves.rapport', row);
    await until('the panel', () => reportTabs()[0], vscode.window.tabGroups.onDidChangeTabs);
    await vscode.commands.executeCommand('segurPreuves.rapport', row);
    assert.equal(reportTabs().length, 1);
    assert.match(reportTabs()[0]?.label ?? '', /MDV-LGC-Va2/);
  });
});
