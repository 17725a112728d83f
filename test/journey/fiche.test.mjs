// The fiche and the preview as a person uses them in the real workbench, by the keyboard and the mouse. Pictures of each step go to
// out/screenshots/.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { vsix } from '../../scripts/package-vsix.mjs';

const main = 'moncabinet/moncabinet.preuves.yaml';
const fragment = 'moncabinet/exigences/annuaire.preuves.yaml';

describe('the fiche', function () {
  this.timeout(60_000);
  /** @type {WorkbenchPage} */
  let window;

  before(async () => {
    window = await WorkbenchPage.open({ vsix, files: [main], height: 1000 });
    await window.openView('Ségur Preuves');
    await window.waitForRow('MonCabinet');
  });
  after(async () => {
    await window?.close();
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await window.shot(`failed-${this.currentTest.title.replaceAll(/\W+/g, '-')}`);
  });

  /** The page of a view or panel, by its heading. */
  async function pageWith(heading) {
    for (;;) {
      for (const frame of window.page.frames()) {
        // A frame may go while it is asked.
        const found = await frame
          .locator('#page h1', { hasText: heading })
          .count()
          .catch(() => 0);
        if (found > 0) return frame;
      }
      await window.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }
  const lineOf = (text, what) => text.slice(0, text.indexOf(what)).split('\n').length;

  it('follows the cursor, ticks a step as one edit of the text, and takes it back to the byte', async () => {
    const file = join(window.folder, fragment);
    const before = readFileSync(file, 'utf8');
    await window.openFile(fragment.split('/').at(-1));
    await window.goToLine(lineOf(before, 'ANN/va1.01.01.01:'));
    await window.runCommand('Show the fiche');
    const fiche = await pageWith('ANN/va1.01');
    const step = fiche.getByRole('checkbox', { name: /^Étape 1/ }).first();
    await step.waitFor();
    await window.shot('fiche');
    await step.focus();
    await window.page.keyboard.press('Space');
    await fiche.getByText('Écrit dans le manifeste.').waitFor();
    await window.waitForText('etapes_faites');
    assert.equal(readFileSync(file, 'utf8'), before, 'nothing is saved by the fiche');
    await window.shot('fiche-ticked');
    await window.runCommand('Save All');
    await window.page.waitForFunction(() => document.querySelector('.tab.active.dirty') === null);
    const after = readFileSync(file, 'utf8');
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    assert.deepEqual(added, ['        etapes_faites: [1]']);
    await fiche.getByRole('button', { name: 'Annuler' }).click();
    await fiche.getByText('La dernière modification de la fiche est annulée.').waitFor();
    await window.runCommand('Save All');
    await window.page.waitForFunction(() => document.querySelector('.tab.active.dirty') === null);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  it('follows the tree, and shows a piece beside', async () => {
    const piece = 'MSS-CONF.15.01.03-lettre.xml';
    const path = 'moncabinet/exigences/mssante.preuves.yaml';
    const text = readFileSync(join(window.folder, path), 'utf8');
    await window.openFile(path.split('/').at(-1));
    await window.goToLine(lineOf(text, piece));
    const fiche = await pageWith('MSS/CONF.15');
    await fiche
      .getByRole('button', { name: new RegExp(`^Aperçu .*${piece}|^Aperçu`) })
      .first()
      .waitFor();
    await fiche.locator('button[aria-label^="Aperçu"]').last().click();
    const preview = await pageWith('preuves/');
    await preview.getByRole('article').waitFor();
    await window.shot('apercu-cda');
  });
});
