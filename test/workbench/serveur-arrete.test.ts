import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { mainManifests, startedApi } from './extension-api';
import { until } from './until';

/** Processes of our server that this extension host started, where the system tells. */
function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return Number(parent) === process.pid && /cli\.js\0lsp\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      } catch {
        // It ended meanwhile.
        return false;
      }
    });
}

describe('a server that is killed', function () {
  let manifest: vscode.Uri;

  before(async function () {
    if (!existsSync('/proc/self/status')) this.skip();
    await startedApi();
    const [first] = await mainManifests();
    assert.ok(first, 'the opened workspace holds no dossier');
    manifest = first;
    // Whatever was restarted before counts for its own tests.
    await vscode.commands.executeCommand('segurPreuves.redemarrer');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const typed = (key: string) =>
    until(
      `a finding on ${key}`,
      () => {
        const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === manifest.toString());
        return vscode.languages
          .getDiagnostics(manifest)
          .find(({ range, source }) => source?.startsWith('segur') && document?.getText(range).includes(key));
      },
      vscode.languages.onDidChangeDiagnostics,
    );
  const type = async (editor: vscode.TextEditor, text: string): Promise<void> => {
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) => {
      edit.insert(end, text);
    });
  };
  const only = (other?: number) =>
    until('a server', () => {
      const [pid] = servers().filter((one) => one !== other);
      return pid;
    });

  it('while somebody types is started again by itself, with the text that was typed, then by a person', async function () {
    this.timeout(180_000);
    const api = await startedApi();
    const figures = () => api.view.dossiers.length || undefined;
    const dossiers = await until('the figures', figures, api.onDidRefresh);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(manifest));
    await type(editor, '\ncle_avant: 1\n');
    await typed('cle_avant');

    const first = await only();
    process.kill(first, 'SIGKILL');
    await type(editor, 'cle_pendant: 1\n');
    const second = await only(first);
    await typed('cle_pendant');
    await typed('cle_avant');
    await until('the figures again', () => figures() === dossiers || undefined, api.onDidRefresh);

    process.kill(second, 'SIGKILL');
    await until('help is offered', () =>
      api.waitingMessages.some((text) => /serveur|server/i.test(text)) ? true : undefined,
    );
    await type(editor, 'cle_apres: 1\n');
    assert.deepEqual(servers(), [], 'no third one by itself');

    await vscode.commands.executeCommand('segurPreuves.redemarrer');
    await typed('cle_apres');
    await until('the figures once more', () => figures() === dossiers || undefined, api.onDidRefresh);
  });
});
