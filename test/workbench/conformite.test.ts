import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SegurPreuvesApi } from '../../client/api';
import type { ViewNode } from '../../protocol/compliance-view';
import { mainManifests, startedApi } from './extension-api';
import { until } from './until';

/** The nodes of a tree, each with those above it. */
function flatten(node: ViewNode, above: readonly ViewNode[] = []): { node: ViewNode; above: readonly ViewNode[] }[] {
  return [{ node, above }, ...node.children.flatMap((child) => flatten(child, [...above, node]))];
}

describe('conformité', () => {
  let api: SegurPreuvesApi;
  let manifests: readonly vscode.Uri[];

  before(async () => {
    api = await startedApi();
    manifests = await mainManifests();
    assert.ok(manifests.length > 0, 'the workspace holds no main manifest');
    await until(
      'every dossier in the tree',
      () => (api.view.dossiers.length >= manifests.length ? true : undefined),
      api.onDidRefresh,
    );
  });

  it('has one dossier for each main manifest', () => {
    const shown = api.view.dossiers.map(({ uri }) => vscode.Uri.parse(uri).toString()).sort();
    assert.deepEqual(shown, manifests.map((uri) => uri.toString()).sort());
  });

  it('groups requirements by chapter, and by domain on demand', async () => {
    const requirements = (): string[] =>
      api.view.dossiers
        .flatMap(({ root }) => flatten(root))
        .filter(({ node }) => node.kind === 'requirement')
        .map(({ node }) => node.label);
    const groups = (): string => JSON.stringify(api.view.dossiers.map(({ root }) => root.children.map(({ id }) => id)));
    await vscode.commands.executeCommand('segurPreuves.grouperParChapitre');
    const [byChapter, before] = [groups(), new Set(requirements())];
    assert.ok(before.size > 0, 'no requirement is shown');
    await vscode.commands.executeCommand('segurPreuves.grouperParDomaine');
    try {
      assert.notEqual(groups(), byChapter);
      assert.deepEqual(new Set(requirements()), before);
    } finally {
      await vscode.commands.executeCommand('segurPreuves.grouperParChapitre');
    }
    assert.equal(groups(), byChapter);
  });

  it('gives each row a status in words, and figures that add up', () => {
    for (const { node } of api.view.dossiers.flatMap(({ root }) => flatten(root))) {
      assert.ok(node.statusLabel, `${node.label} has no status in words`);
      if (node.counts === undefined) continue;
      const { provided, toProvide, incomplete, toReview, total } = node.counts;
      assert.equal(provided + toProvide + incomplete + toReview, total, node.label);
    }
  });

  it('keeps the ids of its rows across refreshes', async () => {
    const ids = (): string[] => api.view.dossiers.flatMap(({ root }) => flatten(root)).map(({ node }) => node.id);
    const before = ids();
    await vscode.commands.executeCommand('segurPreuves.actualiser');
    assert.deepEqual(ids(), before);
  });

  it('leads to a place that exists', async () => {
    const places = api.view.dossiers
      .flatMap(({ root }) => flatten(root))
      .flatMap(({ node }) => (node.place === undefined ? [] : [node.place]));
    assert.ok(places.length > 0, 'no row has a place');
    const documents = new Map<string, vscode.TextDocument>();
    for (const { uri, range } of places) {
      const document = documents.get(uri) ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
      documents.set(uri, document);
      const wanted = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
      assert.ok(document.validateRange(wanted).isEqual(wanted), `${uri} has no such range: ${JSON.stringify(range)}`);
    }
  });

  it('shows the figures of the active dossier in the status bar', async () => {
    for (const uri of manifests) {
      await vscode.window.showTextDocument(uri);
      const dossier = api.view.dossiers.find((one) => vscode.Uri.parse(one.uri).toString() === uri.toString());
      const text = await until(`the figures of ${uri.path}`, () => {
        const shown = api.statusBarText;
        return dossier !== undefined && shown?.endsWith(dossier.summary) ? shown : undefined;
      });
      assert.match(text, /^\$\(checklist\) /);
    }
  });

  it('follows an edit', async () => {
    const [uri] = manifests;
    assert.ok(uri);
    const editor = await vscode.window.showTextDocument(uri);
    const before = editor.document.getText();
    const summary = (): string | undefined =>
      api.view.dossiers.find((one) => vscode.Uri.parse(one.uri).toString() === uri.toString())?.summary;
    const was = summary();
    const replaceAll = (text: string): Thenable<boolean> =>
      editor.edit((edit) => {
        edit.replace(
          new vscode.Range(new vscode.Position(0, 0), editor.document.lineAt(editor.document.lineCount - 1).range.end),
          text,
        );
      });
    await replaceAll(before.replace(/^exigences:[\s\S]*/m, ''));
    await until('other figures', () => (summary() === was ? undefined : true), api.onDidRefresh);
    await replaceAll(before);
    await until('the figures of before', () => (summary() === was ? true : undefined), api.onDidRefresh);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
