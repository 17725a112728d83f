import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { catalogueOf, requirementWith } from '../kit/revision-kit';
import { startedApi } from './extension-api';
import { answering, ended, OwnDossier, tabs } from './own-dossier';
import { until } from './until';

const text = 'Le système DOIT afficher les cinq traits stricts de l’identité du patient à l’écran.';
const more = { texte: text, id_socle: 'SC.A' };
const manifest = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: rem/ancien.rem.yaml
exigences:
  A.01:  # commentaire
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01:
            - lien: https://exemple.fr/1
`;

describe('mise à jour vers un nouveau REM', () => {
  let dossier: OwnDossier;

  before(async () => {
    dossier = await OwnDossier.create(await startedApi(), 'essai-rem', {
      'rem/ancien.rem.yaml': writeCatalogue(catalogueOf([requirementWith('A.01', [1], more)])),
      'rem/nouveau.rem.yaml': writeCatalogue(catalogueOf([requirementWith('B.01', [1], more)])),
      'main.preuves.yaml': manifest,
    });
  });
  after(() => dossier.remove());

  it('is shown first, then made as one edit, and taken back exactly', async () => {
    const document = await vscode.workspace.openTextDocument(dossier.main);
    const previews: string[] = [];
    const listener = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const { label, input } of opened) if (input instanceof vscode.TabInputTextDiff) previews.push(label);
    });
    try {
      const done = vscode.commands.executeCommand('segurPreuves.mettreAJourRem', dossier.uri('rem/nouveau.rem.yaml'));
      const changed = (): string | undefined => (document.getText() === manifest ? undefined : document.getText());
      const after = await answering('the update', changed, 'choice');
      assert.deepEqual(previews, ['main.preuves.yaml : avant ↔ après la mise à jour']);
      assert.match(
        after,
        /catalogue: rem\/nouveau\.rem\.yaml\nexigences:\n {2}B\.01: {2}# commentaire\n[\s\S]* {4}scenarios:\n {6}B\.01\.01:\n/,
      );
      await until('the manifest in front', () => vscode.window.activeTextEditor?.document === document || undefined);
      assert.ok(!tabs().some(({ label }) => previews.includes(label)), 'the preview is closed');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), manifest);
      assert.ok(!document.isDirty);
      await ended(done);
    } finally {
      listener.dispose();
    }
  });

  it('of several files is shown and made as a whole', async () => {
    const fragment = manifest.slice(manifest.indexOf('exigences:'));
    await dossier.write('main.preuves.yaml', manifest.replace(fragment, '  fragments: [f.preuves.yaml]\n'));
    await dossier.write('f.preuves.yaml', `version: 1\n${fragment}`);
    const known = (): true | undefined => JSON.stringify(dossier.view ?? null).includes('/f.preuves.yaml') || undefined;
    await until('the fragment in the tree', known, dossier.api.onDidRefresh);
    const labels = new Set<string>();
    const listener = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const { label } of opened) labels.add(label);
    });
    try {
      const done = vscode.commands.executeCommand('segurPreuves.mettreAJourRem', dossier.uri('rem/nouveau.rem.yaml'));
      const document = await vscode.workspace.openTextDocument(dossier.uri('f.preuves.yaml'));
      const updated = (): true | undefined => document.getText().includes('B.01.01.01:') || undefined;
      await answering('the update of the fragment', updated, 'choice');
      const main = await vscode.workspace.openTextDocument(dossier.main);
      assert.match(main.getText(), /catalogue: rem\/nouveau\.rem\.yaml/);
      assert.ok(labels.has('Mise à jour vers le nouveau REM : 2 fichiers'), [...labels].join(', '));
      await until('the preview closed', () => !tabs().some(({ label }) => label.endsWith('2 fichiers')) || undefined);
      await ended(done);
    } finally {
      listener.dispose();
    }
  });
});
