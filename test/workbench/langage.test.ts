import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { catalogueOf, requirementWith } from '../kit/revision-kit';
import { startedApi } from './extension-api';
import { OwnDossier } from './own-dossier';
import { until } from './until';

const manifest = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: essai.rem.yaml
exigences:
  # la seconde
  A.02:
    scenarios:
      A.02.01:
        preuves:
          A.02.01.01:
            - fichier: preuves/vue.txt
  A.01:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01:
            - fichier: preuves/vue.txt
`;
const builtIn = 'version: 1\ndossier:\n  dispositif: MDV-LGC-Va2\nexigences:\n  RUM.01:\n    note_interne: à faire\n';

describe('language features', () => {
  let dossier: OwnDossier;
  let editor: vscode.TextEditor;

  before(async () => {
    dossier = await OwnDossier.create(await startedApi(), 'essai-langage', {
      'essai.rem.yaml': writeCatalogue(catalogueOf([requirementWith('A.01', [1]), requirementWith('A.02', [1])])),
      'preuves/vue.txt': 'une vue',
      'main.preuves.yaml': manifest,
      'integre/seul.preuves.yaml': builtIn,
    });
    editor = await vscode.window.showTextDocument(dossier.main);
  });
  after(async () => {
    await dossier.remove();
  });

  const at = (text: string, document = editor.document) => document.positionAt(document.getText().indexOf(text) + 2);
  const hints = () =>
    vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      dossier.main,
      new vscode.Range(0, 0, editor.document.lineCount, 0),
    );

  it('finds every citation of a piece, and renames it with its file', async () => {
    const where = [dossier.main, at('preuves/vue.txt')] as const;
    const found = await until('both citations', async () => {
      const all = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', ...where);
      return all.length === 2 ? all : undefined;
    });
    assert.ok(found.every(({ uri }) => uri.toString() === dossier.main.toString()));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      ...where,
      'preuves/écran.txt',
    );
    // The command hands the texts back after the file; F2 changes them first, as the server says.
    const asRenamed = new vscode.WorkspaceEdit();
    for (const [uri, edits] of edit.entries()) asRenamed.set(uri, edits);
    asRenamed.renameFile(dossier.uri('preuves/vue.txt'), dossier.uri('preuves/écran.txt'));
    assert.ok(await vscode.workspace.applyEdit(asRenamed));
    await until('the file under its new name', async () => (await dossier.exists('preuves/écran.txt')) || undefined);
    assert.ok(!(await dossier.exists('preuves/vue.txt')));
    assert.equal(editor.document.getText().split('preuves/écran.txt').length, 3);
    assert.ok(!editor.document.getText().includes('vue.txt'));
  });

  it('sorts in the order of the REM as one edit, which undo takes back', async () => {
    editor = await vscode.window.showTextDocument(dossier.main);
    const before = editor.document.getText();
    const command = vscode.commands.executeCommand('segurPreuves.trierDansLOrdreDuRem');
    await until('the entries in order', () =>
      editor.document.getText().indexOf('A.01:') < editor.document.getText().indexOf('A.02:') ? true : undefined,
    );
    assert.match(editor.document.getText(), /# la seconde\n {2}A\.02:/);
    await vscode.commands.executeCommand('notifications.clearAll');
    await command;
    await vscode.window.showTextDocument(dossier.main);
    await vscode.commands.executeCommand('undo');
    await until('the text as it was', () => (editor.document.getText() === before ? true : undefined));
  });

  it('shows states after the ids, unless that is switched off', async () => {
    const ofStates = async () => (await hints()).length;
    const shown = await until('hints', async () => (await ofStates()) || undefined);
    const section = vscode.workspace.getConfiguration('segurPreuves.indications');
    await section.update('etat', false, vscode.ConfigurationTarget.Global);
    try {
      await until('fewer hints', async () => ((await ofStates()) < shown ? true : undefined));
    } finally {
      await section.update('etat', undefined, vscode.ConfigurationTarget.Global);
    }
    // There may be more by now: sizes come once the pieces were looked at.
    await until('all hints again', async () => ((await ofStates()) >= shown ? true : undefined));
  });

  it('leads into a catalogue that ships, as a text to read', async () => {
    const document = await vscode.workspace.openTextDocument(dossier.uri('integre/seul.preuves.yaml'));
    await vscode.window.showTextDocument(document);
    const target = await until('the entry of the catalogue', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at('RUM.01', document),
      );
      return found[0];
    });
    const uri = 'targetUri' in target ? target.targetUri : target.uri;
    const range = 'targetUri' in target ? target.targetRange : target.range;
    assert.notEqual(uri.scheme, 'file');
    const catalogue = await vscode.workspace.openTextDocument(uri);
    assert.match(catalogue.lineAt(range.start.line).text, /RUM\.01/);
  });

  it('offers to keep either side of a conflict of git', async () => {
    editor = await vscode.window.showTextDocument(dossier.main);
    const line = editor.document.getText().split('\n').indexOf('  # la seconde');
    const conflict = '<<<<<<< HEAD\n  # la seconde\n=======\n  # la deuxième\n>>>>>>> autre';
    const edit = new vscode.WorkspaceEdit();
    edit.replace(dossier.main, editor.document.lineAt(line).range, conflict);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const marker = new vscode.Range(line, 0, line, 7);
    const titles = await until('the fixes', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        dossier.main,
        marker,
      );
      const all = actions.map(({ title }) => title).join('\n');
      return /Garder notre version/.test(all) ? all : undefined;
    });
    assert.match(titles, /Garder leur version/);
    assert.match(titles, /Réunir les deux versions/);
  });
});
