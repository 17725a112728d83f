import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

const id = 'segur-preuves.segur-preuves';

/** What this extension says about a document. */
function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source?.startsWith('segur'));
}

describe('activation', () => {
  let manifest: vscode.Uri;

  before(async () => {
    const found = await vscode.workspace.findFiles('**/*.preuves.yaml');
    const sorted = found.sort(
      (a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1),
    );
    const first = sorted[0];
    assert.ok(first, 'the opened workspace holds no *.preuves.yaml');
    manifest = first;
  });

  it('is installed', () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed`);
  });

  it('activates when a manifest is opened', async () => {
    const document = await vscode.workspace.openTextDocument(manifest);
    await vscode.window.showTextDocument(document);
    await until(`${id} is active`, () => (vscode.extensions.getExtension(id)?.isActive ? true : undefined));
  });

  it('shows a finding on an unknown key, and takes it back with the key', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(manifest));
    const before = editor.document.getText();
    const line = editor.document.lineCount;
    const onTheKey = (): vscode.Diagnostic | undefined =>
      diagnosticsOf(manifest).find(({ range }) => editor.document.getText(range).includes('cle_inconnue'));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(line, 0), '\ncle_inconnue: 1\n');
    });
    const finding = await until('a finding on cle_inconnue', onTheKey, vscode.languages.onDidChangeDiagnostics);
    assert.match(finding.source ?? '', /^segur/);
    assert.ok(finding.range.start.line >= line - 1, 'the finding is on the inserted line');

    await editor.edit((edit) => {
      const end = editor.document.positionAt(editor.document.getText().length);
      edit.replace(new vscode.Range(new vscode.Position(0, 0), end), before);
    });
    await until(
      'no finding on cle_inconnue',
      () => (onTheKey() === undefined ? true : undefined),
      vscode.languages.onDidChangeDiagnostics,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
