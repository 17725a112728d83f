import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import * as vscode from 'vscode';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { startedApi } from './extension-api';
import { answering, ended, OwnDossier, tabs } from './own-dossier';
import { until } from './until';

const manifest = diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.txt
  SSI/GEN.06:
    non_applicable:
      justification: Pas d’hébergement.
`);

/** Side by side, of this extension's own texts. */
function comparisons(): readonly vscode.TabInputTextDiff[] {
  return tabs()
    .map(({ input }) => input)
    .filter((input) => input instanceof vscode.TabInputTextDiff)
    .filter(({ modified }) => modified.scheme === 'segur-preuves');
}

describe('dépôts', () => {
  let dossier: OwnDossier;
  let earlier: vscode.Uri;
  let later: vscode.Uri;
  const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(`segurPreuves.${command}`, ...args);

  before(async function () {
    this.timeout(60_000);
    dossier = await OwnDossier.create(await startedApi(), 'essai-depot', {
      'catalogue.rem.yaml': catalogueText,
      'preuves/a.txt': 'image',
      'main.preuves.yaml': manifest,
    });
    earlier = await dossier.package('avant.zip');
    await dossier.write('preuves/a.txt', 'une autre image');
    later = await dossier.package('apres.zip');
    utimesSync(earlier.fsPath, 1_700_000_000, 1_700_000_000);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.window.tabGroups.close(tabs().filter(({ isDirty }) => !isDirty));
  });
  after(() => dossier.remove());

  it('compares two packages side by side, the older one on the left', async () => {
    const done = run('comparer', later, [later, earlier]);
    const shown = await until('the comparison', () => comparisons()[0], vscode.window.tabGroups.onDidChangeTabs);
    const [left, right] = [
      await vscode.workspace.openTextDocument(shown.original),
      await vscode.workspace.openTextDocument(shown.modified),
    ];
    assert.match(shown.original.path, /avant\.zip\.txt$/);
    assert.match(left.getText(), /fichier preuves\/a\.txt\n {6}SHA-256 [0-9a-f]{64}\n {6}5 octets\n/);
    assert.match(right.getText(), /fichier preuves\/a\.txt\n {6}SHA-256 [0-9a-f]{64}\n {6}15 octets\n/);
    await ended(done);
  });

  it('opens nothing when nothing differs', async () => {
    await vscode.workspace.fs.copy(later, dossier.uri('copie.zip'));
    await ended(run('comparer', later, [later, dossier.uri('copie.zip')]));
    assert.deepEqual(comparisons(), []);
  });

  it('leads from a sound package to what changed in its dossier since', async () => {
    const done = run('verifierDepot', earlier);
    const shown = await answering('the comparison', () => comparisons()[0], 'choice', /ne dit plus la même chose/);
    assert.match(shown.original.path, /avant\.zip\.txt$/);
    assert.match(shown.modified.path, /main\.preuves\.yaml\.txt$/);
    await ended(done);
  });

  it('shows what is wrong with a package that was changed', async () => {
    const bytes = Buffer.from(await vscode.workspace.fs.readFile(later));
    bytes[bytes.indexOf('une autre image')] = 0x55;
    await dossier.write('abime.zip', bytes);
    const done = run('verifierDepot', dossier.uri('abime.zip'));
    const preview = (): vscode.Tab | undefined =>
      tabs().find(({ input, label }) => input instanceof vscode.TabInputWebview && label.includes('abime.zip'));
    await answering('the list', preview, 'choice');
    await ended(done);
  });

  it('writes a statement and names it in the manifest, which can be undone', async () => {
    const name = 'preuves/declarations/SSI-GEN.06-non-applicable.pdf';
    const done = run('attestation', dossier.rowKey('requirement:SSI/GEN.06'));
    const document = await vscode.workspace.openTextDocument(dossier.main);
    const cited = await answering(
      'the statement in the manifest',
      () => (document.getText() === manifest ? undefined : document.getText()),
      'choice',
    );
    assert.equal(cited, manifest.replace('hébergement.\n', `hébergement.\n      declaration: ${name}\n`));
    assert.ok(document.isDirty);
    assert.ok(await dossier.exists(name));
    await until('the manifest in front', () => vscode.window.activeTextEditor?.document === document || undefined);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), manifest);
    assert.ok(await dossier.exists(name), 'the file stays');
    await ended(done);
  });
});
