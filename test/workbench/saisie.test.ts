import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startedApi } from './extension-api';
import { OwnDossier } from './own-dossier';
import { until } from './until';

const head = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  profils: []
  depot_vise: 2026-12-15
logiciel:
  nom: MonCabinet
  version: 12.4.0
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
`;
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('typing a manifest', () => {
  let dossier: OwnDossier;
  let editor: vscode.TextEditor;

  /** Gives the manifest a text, with the cursor at `‸`. */
  async function show(marked: string): Promise<void> {
    editor = await vscode.window.showTextDocument(dossier.main);
    const { document } = editor;
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    await editor.edit((edit) => {
      edit.replace(whole, marked.replace('‸', ''));
    });
    const cursor = document.positionAt(marked.indexOf('‸'));
    editor.selection = new vscode.Selection(cursor, cursor);
  }

  before(async () => {
    dossier = await OwnDossier.create(await startedApi(), 'saisie', {
      'main.preuves.yaml': `${head}          INS/va1.56.01.01: []\n`,
    });
    await dossier.write('preuves/INS-va1.56.01.01.png', picture);
  });

  after(() => dossier.remove());

  it('indents on Enter at every level', async () => {
    for (const [line, column] of [
      ['exigences:', 2],
      ['          INS/va1.56.01.01:', 12],
      ['            - fichier: a.png', 14],
      ['              revue:', 16],
      ['              version: 12.4.0', 14],
      ['    commentaire: |', 6],
    ] as const) {
      await show(`${line}‸\n`);
      await vscode.commands.executeCommand('type', { text: '\n' });
      assert.equal(editor.selection.active.character, column, line);
      assert.equal(editor.document.lineAt(1).text, ' '.repeat(column), line);
    }
  });

  it('writes a piece whole in place of the brackets that a new dossier has', async () => {
    await show(`${head}          INS/va1.56.01.01: [‸]\n`);
    await until('the piece', async () => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        dossier.main,
        editor.selection.active,
      );
      const item = list.items.find(({ label }) => label === 'preuves/INS-va1.56.01.01.png');
      const text = item?.insertText instanceof vscode.SnippetString ? item.insertText.value : item?.insertText;
      return text?.includes('sha256') === true ? text : undefined;
    });
    await vscode.commands.executeCommand('hideSuggestWidget');
  });
});
