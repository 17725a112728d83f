// `npm run pictures:table`: table, fiche and live report of the packaged extension on the example, in three themes and both languages, into
// out/screenshots/, to be looked at.
import { relative } from 'node:path';
import { describeError } from '../test/host/missing.mjs';
import { WorkbenchPage } from '../test/host/workbench-page.mjs';
import { root } from './bootstrap.mjs';
import { build, packageVsix, vsix } from './package-vsix.mjs';

const themes = {
  sombre: 'Default Dark Modern',
  clair: 'Default Light Modern',
  contraste: 'Default High Contrast',
};

/** Waits until a page shows something. */
async function pageWith(page, selector) {
  for (;;) {
    for (const frame of page.frames()) {
      // A frame may go while it is asked.
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) return;
    }
    await page.evaluate(() => new Promise((resolve) => globalThis.requestAnimationFrame(resolve)));
  }
}

async function picturesIn(language, name, theme) {
  const window = await WorkbenchPage.open({
    vsix,
    example: 'moncabinet',
    width: 1600,
    height: 900,
    dark: name !== 'clair',
    settings: {
      'segurPreuves.langue': language,
      'workbench.colorTheme': theme,
      'window.autoDetectColorScheme': false,
      'window.autoDetectHighContrast': false,
    },
  });
  const frame = () => window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').first();
  const shot = async (what) => {
    const path = await window.shot(`${what}-${name}-${language}`);
    console.log(relative(root, path));
  };
  try {
    await window.openView('Ségur Preuves');
    await window.waitForRow('MonCabinet');
    await window.runCommand('Open as a Table');
    const proof = frame().locator('.row.proof:has(.c-piece .name)').first();
    await proof.locator('.c-piece').waitFor();
    await proof.locator('.c-date').click();
    await window.page.keyboard.press('Shift+ArrowDown');
    await shot('tableau');
    await proof.locator('.c-review').dblclick();
    await frame().locator('.editing.form').waitFor();
    await shot('tableau-relecture');
    await window.page.keyboard.press('Escape');
    await proof.locator('.c-state').click();
    await window.page.keyboard.press('Alt+ArrowDown');
    await shot('tableau-filtre');
    await window.page.keyboard.press('Escape');
    await window.runCommand('Show the fiche');
    // The view brings itself up, and takes the keyboard from whatever is open then.
    await pageWith(window.page, '#page header h1');
    const panel = window.page.locator('.part.panel');
    await panel.locator('.action-label[aria-label^="Maximize Panel"]').click();
    await panel.locator('.action-label[aria-label^="Restore Panel"]').waitFor();
    await window.page.mouse.move(700, 5);
    await shot('fiche');
    await panel.locator('.action-label:is([aria-label^="Hide Panel"], [aria-label^="Close Panel"])').first().click();
    await window.runCommand('Open the Report');
    await pageWith(window.page, '#page .tiles');
    await shot('rapport-vivant');
  } finally {
    await window.close();
  }
}

async function main() {
  if (!process.argv.includes('--built') && (!build() || !packageVsix())) return 1;
  const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  for (const language of ['fr', 'en'])
    for (const [name, theme] of Object.entries(themes))
      if (wanted.length === 0 || wanted.includes(name)) await picturesIn(language, name, theme);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
