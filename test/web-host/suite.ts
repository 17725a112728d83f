import * as vscode from 'vscode';
import type { SegurPreuvesApi } from '../../client/api';
import { check, equal, until } from './checks';

const manifestUri = at('essai/main.preuves.yaml');
const elsewhere = at('recu/A.01.01.01 journal.log');
const wrongDigest = 'a'.repeat(64);

function at(path: string): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  check(root !== undefined, 'no folder is open');
  return vscode.Uri.joinPath(root, path);
}

const codesOf = (uri: vscode.Uri): string[] =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

let api: SegurPreuvesApi;
let manifest: vscode.TextDocument;

/** Attaches the file that lies elsewhere. @returns the manifest with the piece */
async function attached(): Promise<string> {
  const before = manifest.getText();
  const done = vscode.commands.executeCommand('segurPreuves.joindreFichier', {
    uri: manifestUri.toString(),
    slot: { proof: 'A.01.01.01' },
    file: elsewhere.toString(),
  });
  const text = await until('the piece in the manifest', () =>
    manifest.getText() === before ? undefined : manifest.getText(),
  );
  // What was done is told, and the command goes on until that is answered or gone.
  await until('the message', () => api.waitingMessages.find((one) => one.startsWith('Pièce jointe')));
  await vscode.commands.executeCommand('notifications.clearAll');
  await done;
  return text;
}

/** What a person does on vscode.dev, in order; each step stands on those before. */
export const steps: Readonly<Record<string, () => Promise<void>>> = {
  async 'starts in a worker'() {
    const extension = vscode.extensions.getExtension<SegurPreuvesApi>('segur-preuves.segur-preuves');
    check(extension !== undefined, 'the extension is not there');
    check(extension.extensionUri.scheme === 'http', 'the extension does not run in the browser');
    api = await extension.activate();
    await api.ready;
  },
  async 'shows the dossiers of a file system that is no disk, with the catalogue that ships'() {
    const view = await until('both dossiers', () => (api.view.dossiers.length === 2 ? api.view : undefined));
    const [first] = view.dossiers.filter(({ uri }) => uri.includes('moncabinet'));
    check((first?.root.children.length ?? 0) > 1, 'the built-in catalogue has no requirements');
  },
  async 'finds what is wrong in a manifest'() {
    manifest = await vscode.workspace.openTextDocument(manifestUri);
    await vscode.window.showTextDocument(manifest);
    const codes = await until('the findings', () => {
      const found = codesOf(manifestUri);
      return found.includes('preuve/examen-partiel') && found.includes('preuve/empreinte-differente')
        ? found
        : undefined;
    });
    for (const code of ['manifeste/cle-inconnue', 'preuve/fichier-introuvable', 'preuve/contenu-inattendu'])
      check(codes.includes(code), `${code} is not among ${codes.join(', ')}`);
    const partial = vscode.languages
      .getDiagnostics(manifestUri)
      .find(({ message }) => message.includes('pas lu dans le navigateur'));
    check(partial !== undefined, 'it is not told that evidence is not read');
  },
  async 'tells in a hover that a piece is not read, and why'() {
    const position = manifest.positionAt(manifest.getText().indexOf('deja.log') + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      manifestUri,
      position,
    );
    const text = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
    check(/non lue/.test(text.join()), `the hover says ${text.join()}`);
    check(/VS Code sur votre poste/.test(text.join()), `the hover says ${text.join()}`);
  },
  async 'completes an id'() {
    // The one that stands here; the other is written already.
    const position = manifest.positionAt(manifest.getText().indexOf('  A.01:') + 2);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      manifestUri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    check(labels.includes('A.01'), `completion offers ${labels.join()}`);
  },
  async 'attaches a file: written through the editor, with its digest'() {
    const before = manifest.getText();
    const bytes = new Uint8Array(await vscode.workspace.fs.readFile(elsewhere));
    const text = await attached();
    const [, path] = /fichier: (preuves\/\S.*journal\.log)/.exec(text) ?? [];
    check(path !== undefined, text);
    check(text.includes(`sha256: ${await sha256(bytes)}`), `another digest in ${text}`);
    const copied = await vscode.workspace.fs.readFile(at(`essai/${path}`));
    equal(String(copied), String(bytes), 'the copy');
    await until('the manifest saved', () => (manifest.isDirty ? undefined : true));
    await vscode.window.showTextDocument(manifest);
    await vscode.commands.executeCommand('undo');
    equal(manifest.getText(), before, 'the manifest after the undo');
    await manifest.save();
  },
  async 'never writes over what is there'() {
    const there = at('essai/preuves/A.01.01.01-journal.log');
    const before = String(await vscode.workspace.fs.readFile(there));
    await vscode.workspace.fs.writeFile(elsewhere, new TextEncoder().encode('un autre journal\n'));
    const now = await attached();
    check(!/fichier: preuves\/A\.01\.01\.01-journal\.log\n/.test(now), now);
    equal(String(await vscode.workspace.fs.readFile(there)), before, 'the file that was there');
    await vscode.commands.executeCommand('undo');
    await manifest.save();
  },
  async 'follows a file that comes'() {
    await vscode.workspace.fs.writeFile(at('essai/preuves/absent.log'), new TextEncoder().encode('le voici\n'));
    await until('the finding gone', () =>
      codesOf(manifestUri).includes('preuve/fichier-introuvable') ? undefined : true,
    );
  },
  async 'says what needs a machine'() {
    const said = vscode.commands.executeCommand('segurPreuves.constituerDepot');
    await until('the message', () => api.waitingMessages.find((one) => one.includes('VS Code sur votre poste')));
    await vscode.commands.executeCommand('notifications.clearAll');
    await said;
  },
  async 'opens the table'() {
    await vscode.commands.executeCommand('vscode.openWith', manifestUri, 'segurPreuves.tableau');
    await until('the tab of the table', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.viewType === 'segurPreuves.tableau' ? true : undefined;
    });
    check(codesOf(manifestUri).includes('preuve/empreinte-differente'), `${wrongDigest} passes`);
  },
  // The workbench ends the extensions with the last step: the page looks at them before, and says so by closing the tab.
  async 'is looked at'() {
    await until('the tab of the table closed', () =>
      vscode.window.tabGroups.activeTabGroup.tabs.some(({ input }) => input instanceof vscode.TabInputCustom)
        ? undefined
        : true,
    );
  },
};
