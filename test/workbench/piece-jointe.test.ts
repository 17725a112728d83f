import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { catalogueOf, requirementWith } from '../kit/revision-kit';
import { startedApi } from './extension-api';
import { answering, ended, OwnDossier } from './own-dossier';
import { until } from './until';

const manifest = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: essai.rem.yaml
exigences:
  A.01:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01:
`;
const file = 'preuves/A.01.01.01 journal.log';

describe('pièce jointe', () => {
  let dossier: OwnDossier;
  let document: vscode.TextDocument;

  before(async () => {
    dossier = await OwnDossier.create(await startedApi(), 'essai-piece', {
      'essai.rem.yaml': writeCatalogue(catalogueOf([requirementWith('A.01', [1], { texte: 'Énoncé.' })])),
      [file]: 'un journal\n',
      'main.preuves.yaml': manifest,
    });
    document = await vscode.workspace.openTextDocument(dossier.main);
  });
  after(() => dossier.remove());

  const attached = (): string | undefined => (document.getText() === manifest ? undefined : document.getText());
  const expected =
    /^ {10}A\.01\.01\.01:\n {12}- fichier: preuves\/A\.01\.01\.01 journal\.log\n {14}sha256: \w{64}\n {14}date: /m;

  it('from a row of the tree, written and saved, and undone by one undo', async () => {
    await vscode.window.showTextDocument(document);
    const done = vscode.commands.executeCommand('segurPreuves.ajouterPiece', dossier.rowKey('proof:A.01.01.01'));
    // The first line is the file that bears the id.
    const text = await answering('the piece in the manifest', attached, 'choice');
    assert.match(text, expected);
    assert.match(text, /^ {2}A\.01:\n {4}empreinte: /m);
    await until('the manifest saved', () => (document.isDirty ? undefined : true));
    const isProvided = () => JSON.stringify(dossier.view?.root).includes('evidence:0:') || undefined;
    await until('the piece in the tree', isProvided, dossier.api.onDidRefresh);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), manifest);
    await document.save();
    assert.ok(await dossier.exists(file));
    await ended(done);
  });

  it('is taken back by the message that tells of it, in a manifest that no editor shows', async () => {
    const row = dossier.rowKey('requirement:A.01');
    const done = vscode.commands.executeCommand('segurPreuves.ajouterPiece', row);
    assert.match(await answering('the piece in the manifest', attached, 'choice'), expected);
    await answering('the manifest as before', () => (attached() === undefined ? true : undefined), /^Pièce jointe/);
    await until('the manifest saved', () => (document.isDirty ? undefined : true));
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(dossier.main)), manifest);
    await ended(done);
  });

  it('from the quick fix and from the lens, with the bytes of the tree', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const texts: string[] = [];
    const ways = {
      fix: async (): Promise<vscode.Command | undefined> => {
        const at = document.positionAt(manifest.indexOf('A.01.01.01:') + 2);
        const [first] = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(at, at),
        );
        return first instanceof vscode.CodeAction && first.command?.title.includes(file) ? first.command : undefined;
      },
      lens: async (): Promise<vscode.Command | undefined> => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
        );
        return lenses.find(({ command }) => command?.title === '0/1 fournies · Ajouter…')?.command;
      },
    };
    for (const [name, way] of Object.entries(ways)) {
      const command = await until(name, way);
      const done = vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
      texts.push(await answering(`the piece by ${name}`, attached, ...(name === 'lens' ? (['choice'] as const) : [])));
      await until('the manifest saved', () => (document.isDirty ? undefined : true));
      await vscode.window.showTextDocument(document, editor.viewColumn);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), manifest);
      await document.save();
      await ended(done);
    }
    assert.match(texts[0] ?? '', expected);
    assert.equal(texts[0], texts[1]);
  });

  it('is said to be there already when it is, and nothing is written', async () => {
    const row = dossier.rowKey('requirement:A.01');
    const first = vscode.commands.executeCommand('segurPreuves.ajouterPiece', row);
    const text = await answering('the piece in the manifest', attached, 'choice');
    await ended(first);
    const again = vscode.commands.executeCommand('segurPreuves.citerPiece', dossier.uri(file));
    const { api } = dossier;
    await answering('what is said', () => api.waitingMessages.find((one) => one.includes('cite déjà')), 'choice');
    assert.equal(document.getText(), text);
    await ended(again);
    await vscode.workspace.fs.writeFile(dossier.main, new TextEncoder().encode(manifest));
    await until('the manifest as before', () => (attached() === undefined ? true : undefined));
  });

  it('is taken back in a manifest that VS Code has closed since', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const done = vscode.commands.executeCommand('segurPreuves.ajouterPiece', dossier.rowKey('requirement:A.01'));
    assert.match(await answering('the piece in the manifest', attached, 'choice'), expected);
    await until('the manifest saved', () => (document.isDirty ? undefined : true));
    // Of the documents that no tab shows, VS Code keeps the last fifty or so.
    const others = vscode.workspace.registerTextDocumentContentProvider('essai-autre', {
      provideTextDocumentContent: () => 'autre',
    });
    for (let number = 0; !document.isClosed && number < 200; number += 1)
      await vscode.workspace.openTextDocument(vscode.Uri.parse(`essai-autre:/${number}`));
    others.dispose();
    assert.ok(document.isClosed);
    const onDisk = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(dossier.main));
    const isAsBefore = async () => ((await onDisk()) === manifest ? true : undefined);
    await answering('the manifest as before', isAsBefore, /^Pièce jointe/);
    await ended(done);
  });
});
