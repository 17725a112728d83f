// The main job as a person does it in the real workbench: import a workbook, create a dossier, edit, check, package. Pictures of
// each step go to out/screenshots/.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { choosePath as answerDialog } from './dialogs.mjs';
import { vsix } from '../../scripts/package-vsix.mjs';

const real = resolve('../shared/data/rem');
const cases = [
  {
    name: 'vague2',
    file: resolve('test/fixtures/workbooks/vague2.xlsx'),
    dispositif: 'MDV-LGC-Va2',
    requirement: true,
  },
  { name: 'lgc1', file: join(real, 'rem-lgc-vague1.xlsx'), dispositif: 'MDV-LGC-Va1' },
  { name: 'lgc2', file: join(real, 'rem-lgc-vague2-brouillon.xlsx'), dispositif: 'MDV-LGC-Va2' },
  { name: 'drimbox', file: join(real, 'rem-drimbox-vague2-brouillon.xlsx'), dispositif: 'IMG-DB-Va2' },
];

describe('main job', function () {
  this.timeout(120_000);
  /** @type {WorkbenchPage} */
  let window;

  before(async () => {
    window = await WorkbenchPage.open({ vsix, files: ['moncabinet/moncabinet.preuves.yaml'] });
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

  for (const { name, file, dispositif } of cases) {
    it(`${name}: import, create, edit, check, package`, async function () {
      if (!existsSync(file)) {
        console.log(`      ${name}: the workbook is not here, skipped`);
        this.skip();
      }
      const { page } = window;
      const folder = join(window.folder, name);
      mkdirSync(folder);
      copyFileSync(file, join(folder, `${name}.xlsx`));
      const input = page.locator('.quick-input-widget input').first();
      const title = (text) => page.locator('.quick-input-title', { hasText: text }).waitFor();
      const toast = (text) => page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
      const choosePath = (path, label) => answerDialog(page, path, label);

      await window.runCommand('Import a REM');
      await choosePath(join(folder, `${name}.xlsx`), 'Importer ce classeur');
      await title('(2/4)');
      await input.fill(dispositif);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: dispositif }).first().waitFor();
      await input.press('Enter');
      await title('(3/4)');
      await input.press('Enter');
      await title('(4/4)');
      await input.fill(`${name}/${name}.rem.yaml`);
      await input.press('Enter');
      const imported = toast(`${dispositif} : `);
      await imported.waitFor();
      await window.shot(`${name}-1-imported`);
      assert.match(
        readFileSync(join(folder, `${name}.rem.yaml`), 'utf8'),
        new RegExp(`^dispositif: ${dispositif}$`, 'm'),
      );

      await imported.getByText('Créer un dossier').click();
      await title('Nouveau dossier de preuves (1/');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Autre dossier' }).click();
      await choosePath(`${folder}/`, 'Choisir un dossier');
      for (;;) {
        await title(/Nouveau dossier de preuves \((?!1\/)/);
        if ((await input.inputValue()).endsWith('.preuves.yaml')) break;
        const step = await page.locator('.quick-input-title').textContent();
        const one = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Un seul fichier' });
        if (await one.isVisible()) await one.click();
        else await input.press('Enter');
        await page.waitForFunction(
          (before) => document.querySelector('.quick-input-title')?.textContent !== before,
          step,
        );
      }
      await input.fill(`${name}.preuves.yaml`);
      await input.press('Enter');
      // The first thing to do is shown in the tree, which is in sight; this dossier goes on by hand.
      const made = toast('Dossier créé');
      await made.waitFor();
      await window.shot(`${name}-2-created`);
      await made.getByText('Ouvrir', { exact: true }).click();
      await page.locator('.tabs-container .tab.active', { hasText: `${name}.preuves.yaml` }).waitFor();

      const text = readFileSync(join(folder, `${name}.preuves.yaml`), 'utf8');
      const line = text.split('\n').findIndex((one) => /^ {6,}\S.*: \[\]$/.test(one)) + 1;
      assert.ok(line > 0, 'no proof to fill');
      await window.goToLine(line, 400);
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('[ { fichier: absent.png } ]');
      await window.waitForSquiggle('error');
      await window.openProblems('segur');
      const filter = page.locator('.markers-panel-action-filter input, .viewpane-filter input').first();
      const found = page.locator('.markers-panel .monaco-list-row', { hasText: 'absent.png' }).first();
      for (let left = 5; ; left -= 1) {
        // The panel does not always filter again when a finding comes after the filter.
        await filter.fill('');
        await filter.fill('absent.png');
        if (
          await found.waitFor({ timeout: 5000 }).then(
            () => true,
            () => false,
          )
        )
          break;
        assert.ok(left > 0, 'the finding is not in the list of problems');
      }
      await window.shot(`${name}-3-edited`);
      await page.keyboard.press('Control+S');

      await window.runCommand('Check all evidence');
      await toast(/erreur/).waitFor();
      await window.shot(`${name}-4-checked`);

      await window.runCommand('Package the submission');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: `${name}.preuves.yaml` })
        .first()
        .click();
      // The last step: one more is asked where ANS waits for answers.
      await title(/\((\d)\/\1\)/);
      await input.press('Enter');
      // What is in the way is told before anyone is asked where to write.
      const draft = page.locator('.quick-input-list .monaco-list-row', { hasText: 'brouillon' }).first();
      await draft.waitFor();
      await window.shot(`${name}-5-blocked`);
      assert.ok(!readdirSync(folder).some((one) => one.endsWith('.zip')), 'a package was made in spite of errors');
      await draft.click();
      await choosePath(join(folder, `${name}-brouillon.zip`), 'OK');
      await toast(`${name}-brouillon.zip`).waitFor();
      await window.shot(`${name}-6-packaged`);
      assert.ok(existsSync(join(folder, `${name}-brouillon.zip`)));
      assert.ok(!readdirSync(folder).some((one) => one.endsWith('.partiel')));
      await page.keyboard.press('Escape');
      await window.runCommand('Notifications: Clear All Notifications');
    });
  }
});
