// The report as a person uses it in the real workbench. Pictures go to out/screenshots/.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { vsix } from '../../scripts/package-vsix.mjs';
import { choosePath } from './dialogs.mjs';

const main = 'moncabinet/moncabinet.preuves.yaml';

describe('the report', function () {
  this.timeout(90_000);
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

  /** A line of a list of choices. */
  const row = (text) => window.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

  async function reportPage() {
    for (;;) {
      for (const frame of window.page.frames()) {
        // A frame may go while it is asked.
        const found = await frame
          .locator('#page .tiles')
          .count()
          .catch(() => 0);
        if (found > 0) return frame;
      }
      await window.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  /** Where the cursor stands, as the status bar tells it. */
  const cursorAt = (line) =>
    window.page.waitForFunction(
      (wanted) =>
        new RegExp(`Ln ${wanted}, `).test(document.querySelector('[id="status.editor.selection"]')?.textContent ?? ''),
      line,
    );

  it('leads from a figure to its rows, and from a name to its place in the manifest', async () => {
    await window.runCommand('Open the Report');
    await row('56/155').click();
    const report = await reportPage();
    await window.shot('rapport-vivant');
    const bar = report.getByRole('button', { name: /· Fournies, Annuaire Santé :/ }).first();
    await bar.click();
    const matrix = report.getByRole('region', { name: 'Couverture des exigences' });
    const proof = matrix.getByRole('button', { name: 'ANN/va1.01.01.01', exact: true }).first();
    await proof.waitFor();
    await window.shot('rapport-filtre');
    await proof.click();
    const text = readFileSync(join(window.folder, 'moncabinet/exigences/annuaire.preuves.yaml'), 'utf8');
    const line = text.split('\n').findIndex((one) => one.trim() === 'ANN/va1.01.01.01:') + 1;
    await window.page.locator('.tab.active', { hasText: 'annuaire.preuves.yaml' }).waitFor();
    await cursorAt(line);
    await window.shot('rapport-suivi');
  });

  it('speaks the language of the settings as soon as it is another, in what it says of itself too', async () => {
    await window.page.locator('.tab', { hasText: 'MonCabinet 12.4.0' }).click();
    await (await reportPage()).getByPlaceholder('Rechercher dans le rapport').waitFor();
    mkdirSync(join(window.folder, '.vscode'), { recursive: true });
    const settings = join(window.folder, '.vscode/settings.json');
    for (const [language, search, section] of [
      ['en', 'Search in the report', 'Approvals'],
      ['fr', 'Rechercher dans le rapport', 'Agréments'],
    ]) {
      writeFileSync(settings, JSON.stringify({ 'segurPreuves.langue': language }));
      for (;;) {
        const report = await reportPage();
        // The page that is on its way out may still be asked.
        const found = report.getByPlaceholder(search);
        if ((await found.count().catch(() => 0)) === 0) continue;
        await report.locator('h2', { hasText: section }).waitFor();
        break;
      }
      await window.shot(`rapport-${language}`);
    }
  });

  it('hands out what is left, by the palette', async () => {
    await window.runCommand('Write a Shooting Script');
    await row('56/155').click();
    await row('Messagerie sécurisée de santé').click();
    await row('Markdown').click();
    const file = join(window.folder, 'moncabinet/feuille.md');
    await choosePath(window.page, file, 'OK');
    await window.page.locator('.notification-list-item', { hasText: 'feuille.md' }).first().waitFor();
    assert.match(readFileSync(file, 'utf8'), /^# Script de tournage\n[\s\S]*## Messagerie sécurisée de santé\n/);
  });
});
