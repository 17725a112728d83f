// `npm run pictures:newcomer`: what somebody sees in the first three minutes, from an empty folder to a checked piece, into
// out/screenshots/newcomer-*, to be looked at. Fixtures only; nothing of it ships.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describeError } from '../test/host/missing.mjs';
import { WorkbenchPage } from '../test/host/workbench-page.mjs';
import { choosePath } from '../test/journey/dialogs.mjs';
import { root } from './bootstrap.mjs';
import { build, packageVsix, vsix } from './package-vsix.mjs';

const film = join(root, 'examples/moncabinet/preuves/dmp/DMP-CONF.03.01.01-suppression.mp4');

async function firstMinutes(elsewhere) {
  const settings = { 'segurPreuves.langue': 'fr' };
  const window = await WorkbenchPage.open({ vsix, empty: true, language: 'fr', width: 1400, height: 860, settings });
  const { page } = window;
  const input = page.locator('.quick-input-widget input').first();
  const line = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const toast = (text) => page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  let count = 0;
  const shot = async (what) => {
    console.log(relative(root, await window.shot(`newcomer-${++count}-${what}`)));
  };
  try {
    await window.openView('Ségur Preuves');
    const begin = page.getByRole('button', { name: 'Nouveau dossier de preuves' }).first();
    await begin.waitFor();
    await shot('empty-folder');
    await page.getByText('Premiers pas').first().click();
    await page.locator('.getting-started-step').first().waitFor();
    await shot('walkthrough');
    await begin.click();
    await line('cabinet').waitFor();
    await shot('where');
    await input.press('Enter');
    await input.fill('MDV-LGC-Va2');
    await line('MDV-LGC-Va2').waitFor();
    await shot('which');
    await page.locator('.quick-input-titlebar .codicon-check-all').click();
    await toast('Dossier créé').waitFor();
    await page.locator('.pane-body .monaco-list-row.selected').first().waitFor();
    await shot('created');
    await toast('Dossier créé').getByText('Ajouter la première pièce').click();
    await line('Choisir un fichier').waitFor();
    await shot('which-piece');
    await line('Choisir un fichier').click();
    const piece = join(elsewhere, 'suppression à l’écran.mp4');
    copyFileSync(film, piece);
    await choosePath(page, piece, 'Joindre');
    await toast('Pièce jointe').waitFor();
    await shot('attached');
    await window.runCommand('Check all evidence');
    await toast('1 dossier vérifié').waitFor();
    await shot('checked');
    await window.runCommand('Notifications: Clear All Notifications');
    await window.openProblems('segur');
    await shot('problems');
    await page.keyboard.press('Control+Shift+M');
    await window.runCommand('Open as a Table');
    const table = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').first();
    await table.locator('.row.proof .c-piece').first().waitFor();
    await shot('table');
    await window.runCommand('Open the Report');
    await window.waitForWebview('Avancement par chapitre');
    await shot('report');
  } catch (error) {
    console.error(`see ${relative(root, await window.shot('failed-newcomer'))}`);
    throw error;
  } finally {
    await window.close();
  }
}

const elsewhere = mkdtempSync(join(tmpdir(), 'segur-preuves-captures-'));
try {
  if (!process.argv.includes('--built') && (!build() || !packageVsix())) throw new Error('It could not be built.');
  await firstMinutes(elsewhere);
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}
