import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { startedApi } from './extension-api';
import { answering, OwnDossier } from './own-dossier';
import { servers, tellsProcesses } from './server-processes';
import { until } from './until';

const manifest = diskManifest('exigences:\n');
const claimed = '  SSI/GEN.06:\n    non_applicable:\n      justification: Pas d’hébergement.\n';

describe('a server that is killed', function () {
  let dossier: OwnDossier;

  before(async function () {
    // Whose process is whose is read where the system tells it.
    if (!tellsProcesses) this.skip();
    dossier = await OwnDossier.create(await startedApi(), 'essai-serveur', {
      'catalogue.rem.yaml': catalogueText,
      'main.preuves.yaml': manifest,
    });
  });

  after(async () => {
    if (tellsProcesses) await dossier.remove();
  });

  const server = (other?: number) =>
    until('a server', () => {
      const [pid] = servers().filter((one) => one !== other);
      return pid;
    });
  const found = (key: string): boolean => {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === dossier.main.toString());
    return vscode.languages.getDiagnostics(dossier.main).some(({ range }) => document?.getText(range).includes(key));
  };
  const told = (key: string, wanted = true) =>
    until(
      `${wanted ? 'a' : 'no'} finding on ${key}`,
      () => found(key) === wanted || undefined,
      vscode.languages.onDidChangeDiagnostics,
    );
  /** The row of a requirement, as the tree has it. */
  const row = () => {
    const node = dossier.view?.root.children.flatMap(({ children }) => children);
    return node?.find(({ id }) => id === 'requirement:SSI/GEN.06');
  };
  const helps = /s’est arrêté deux fois de suite/;
  const asked = () => dossier.api.waitingMessages.filter((text) => helps.test(text));
  const status = (severity: vscode.LanguageStatusSeverity, text: RegExp) =>
    until(`the language status ${text.source}`, () => {
      const shown = dossier.api.languageStatus;
      return (shown.severity === severity && text.test(shown.text)) || undefined;
    });
  const type = async (editor: vscode.TextEditor, text: string): Promise<void> => {
    const end = editor.document.positionAt(editor.document.getText().length);
    assert.ok(
      await editor.edit((edit) => {
        edit.insert(end, text);
      }),
    );
  };

  it('by a person while it starts leaves one that works', async () => {
    const before = await server();
    const restart = (): Thenable<unknown> => vscode.commands.executeCommand('segurPreuves.redemarrer');
    const first = restart();
    const half = await server(before);
    await Promise.all([first, restart()]);
    const { main } = dossier;
    const document = await vscode.workspace.openTextDocument(main);
    const hovers = () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', main, place);
    const place = document.positionAt(document.getText().indexOf('dispositif'));
    await until('a hover', async () => (await hovers()).length > 0 || undefined);
    const [last, ...more] = await until('one server', () => (servers().length === 1 ? servers() : undefined));
    assert.ok(last !== before && last !== half);
    assert.deepEqual(more, []);
  });

  it('while somebody types is started again by itself, with the text that was typed; a second time, a person is asked', async function () {
    this.timeout(180_000);
    const { Information, Error: Failed } = vscode.LanguageStatusSeverity;
    const catalogue = /catalogue\.rem\.yaml|MDV-LGC-Va2|LGC/;
    const { api } = dossier;
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(dossier.main));
    await type(editor, '  INCONNUE.01: {}\n');
    await told('INCONNUE.01');
    await status(Information, catalogue);
    const before = await until('the row', row, api.onDidRefresh);

    const first = await server();
    process.kill(first, 'SIGKILL');
    await type(editor, '  INCONNUE.02: {}\n');
    const second = await server(first);
    await type(editor, claimed);
    await told('INCONNUE.02');
    assert.ok(found('INCONNUE.01'));
    await until(
      'the row of what was typed',
      () => row()?.statusLabel !== before.statusLabel || undefined,
      api.onDidRefresh,
    );
    await status(Information, catalogue);
    assert.deepEqual(asked(), [], 'nobody is asked anything');
    assert.deepEqual(servers(), [second]);

    process.kill(second, 'SIGKILL');
    await until('help is offered', () => asked()[0]);
    await status(Failed, /serveur/);
    await type(editor, '  INCONNUE.03: {}\n');
    assert.deepEqual(servers(), [], 'no third one by itself');

    // The first of its buttons.
    await answering('findings by the way out that is offered', () => found('INCONNUE.03') || undefined, helps);
    assert.ok(found('INCONNUE.01'));
    await until('the row once more', row, api.onDidRefresh);
    await status(Information, catalogue);
    assert.ok((await server()) !== second);
  });
});
