import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SegurPreuvesApi } from '../../client/api';
import type { ParcoursRow } from '../../protocol/requests/parcours';
import { mainManifests, startedApi } from './extension-api';
import { until } from './until';

function flatten(row: ParcoursRow): ParcoursRow[] {
  return [row, ...row.children.flatMap(flatten)];
}

describe('parcours', () => {
  let api: SegurPreuvesApi;
  let manifests: readonly vscode.Uri[];

  before(async () => {
    api = await startedApi();
    manifests = await mainManifests();
    await until(
      'the way of every dossier',
      () => (api.parcours.dossiers.length >= manifests.length ? true : undefined),
      api.onDidRefreshParcours,
    );
  });

  it('shows the fifteen steps of each dossier, each with whom it is dealt with', () => {
    for (const { root } of api.parcours.dossiers) {
      const steps = root.children.filter(({ kind }) => kind === 'step');
      assert.equal(steps.length, 15, root.label);
      for (const { description, spoken, tooltip } of steps) assert.ok(description && spoken && tooltip);
    }
  });

  it('gives every row an id of its own', () => {
    const ids = api.parcours.dossiers.flatMap(({ root }) => flatten(root)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('opens, and follows a step that is written', async () => {
    await vscode.commands.executeCommand('segurPreuves.parcours.focus');
    const [uri] = manifests;
    assert.ok(uri);
    const document = (await vscode.window.showTextDocument(uri)).document;
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, end, '\nparcours:\n  etapes:\n    preuves: { etat: en cours }\n');
    await vscode.workspace.applyEdit(edit);
    const written = () =>
      api.parcours.dossiers
        .flatMap(({ root }) => flatten(root))
        .find(({ id, place }) => id.endsWith('#etape:preuves') && place);
    const row = await until('the step in the tree', written, api.onDidRefreshParcours);
    assert.ok(row.place);
    await vscode.commands.executeCommand('segurPreuves.ouvrirLigneParcours', row.id);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, row.place.range.start.line);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the tree of before', () => (written() ? undefined : true), api.onDidRefreshParcours);
  });
});
