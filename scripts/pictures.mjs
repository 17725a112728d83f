// `npm run pictures [-- NAME…]`: the pictures of the walkthrough and of the README, of the packaged extension on the example, in
// both languages, into media/premiers-pas/, and all of them in a row as one short animation. They are made again when what they show
// changes, and looked at before they ship.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { choosePath } from '../test/journey/dialogs.mjs';
import { describeError } from '../test/host/missing.mjs';
import { WorkbenchPage } from '../test/host/workbench-page.mjs';
import { root } from './bootstrap.mjs';
import { build, packageVsix, vsix } from './package-vsix.mjs';
import { smallAnimation, smallPng } from './small-png.mjs';

const target = join(root, 'media/premiers-pas');
const line = ({ page }, text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

/**
 * The pictures by name, one for each step. Each scene leaves the window so that the next can start.
 * @type {Record<string, (window: WorkbenchPage, words: typeof words.fr) => Promise<void>>}
 */
const scenes = {
  '1-importer-rem': async (window, { importFile }) => {
    const workbook = join(window.folder, 'rem-lgc-vague2.xlsx');
    copyFileSync(join(root, 'test/fixtures/workbooks/vague2.xlsx'), workbook);
    await window.runCommand('Import a REM');
    await choosePath(window.page, workbook, importFile);
    await line(window, 'MDV-LGC-Va2').waitFor();
  },
  '2-nouveau-dossier': async (window) => {
    await window.runCommand('New proof dossier');
    const title = (step) => window.page.locator('.quick-input-title', { hasText: `(${step}/` }).waitFor();
    await title(1);
    await line(window, 'moncabinet').waitFor();
    await window.page.keyboard.press('Enter');
    await title(2);
    await window.page.locator('.quick-input-widget input').first().fill('MDV-LGC');
    await line(window, 'MDV-LGC-Va2').waitFor();
  },
  '3-ajouter-preuve': async (window, { add }) => {
    await window.unfold('Annuaire');
    const row = window.row('ANN/va1.04');
    await row.hover();
    await row.locator(`.action-label[aria-label^="${add}" i]`).click();
    await window.page.locator('.quick-input-list .monaco-list-row').nth(3).waitFor();
  },
  '4-verifier': async (window) => {
    await window.runCommand('Check all evidence');
    await window.page.locator('.notifications-toasts .notification-list-item').first().waitFor();
    await window.runCommand('Notifications: Clear All Notifications');
    await window.openProblems('segur');
  },
  '5-constituer-depot': async (window, { draft }) => {
    await window.page.keyboard.press('Control+Shift+M');
    await window.runCommand('Package the submission');
    await window.page.locator('.quick-input-title').waitFor();
    await window.page.keyboard.press('Enter');
    await line(window, draft).waitFor();
  },
  tableau: async (window) => {
    await window.page.keyboard.press('Control+B');
    await window.runCommand('Open as a Table');
    const table = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').first();
    await table.locator('.row.proof:has(.c-piece .name) .c-piece').first().waitFor();
  },
};

const words = {
  fr: { add: 'Ajouter une', importFile: 'Importer ce classeur', draft: 'brouillon' },
  en: { add: 'Add evidence', importFile: 'Import this workbook', draft: 'draft' },
};

/** Seconds for each picture of the animation: as long as its words take to be read. */
const pace = 2.5;
/** An animation that is larger is not loaded by who reads a page. */
const largest = 1.5 * 1024 * 1024;

/** The window as it is once two pictures in a row are the same. */
async function pictureOf({ page }) {
  // Over nothing that shows more of itself.
  await page.mouse.move(640, 600);
  let before = await page.screenshot();
  for (let left = 20; left > 0; left -= 1) {
    const now = await page.screenshot();
    if (now.equals(before)) break;
    before = now;
  }
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const { document, createImageBitmap, atob, btoa, Blob } = globalThis;
    const bytes = Uint8Array.from(atob(source), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
    return { width: bitmap.width, height: bitmap.height, base64: btoa(text) };
  }, before.toString('base64'));
  return { width, height, rgba: Buffer.from(base64, 'base64') };
}

async function picturesIn(language, names) {
  const window = await WorkbenchPage.open({
    vsix,
    example: 'moncabinet',
    files: ['moncabinet.preuves.yaml'],
    width: 1000,
    height: 640,
    language,
    settings: { 'segurPreuves.langue': language, 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false },
  });
  let failed = 0;
  const taken = [];
  const write = (path, bytes) => {
    writeFileSync(path, bytes);
    console.log(`${relative(root, path)} ${Math.ceil(bytes.length / 1024)} KiB`);
  };
  try {
    await window.openView('Ségur Preuves');
    await window.waitForRow('MonCabinet');
    for (const name of names) {
      try {
        await window.runCommand('Notifications: Clear All Notifications');
        await scenes[name](window, words[language]);
        const picture = await pictureOf(window);
        taken.push(picture);
        write(join(target, `${name}.${language}.png`), smallPng(picture));
        await window.page.keyboard.press('Escape');
      } catch (error) {
        failed += 1;
        console.error(`${name}: ${error.message}\n  see ${relative(root, await window.shot(`failed-${name}`))}`);
        await window.page.keyboard.press('Escape');
      }
    }
    if (taken.length === Object.keys(scenes).length) {
      const animation = smallAnimation(taken, pace);
      if (animation.length > largest)
        throw new Error(`The animation has ${animation.length} bytes: more than ${largest}.`);
      write(join(target, `en-route.${language}.png`), animation);
    }
  } finally {
    await window.close();
  }
  return failed;
}

async function main() {
  if (!process.argv.includes('--built') && (!build() || !packageVsix())) return 1;
  const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  const names = Object.keys(scenes).filter((name) => wanted.length === 0 || wanted.includes(name));
  let failed = 0;
  for (const language of Object.keys(words)) failed += await picturesIn(language, names);
  return failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
