// From an empty folder to a checked dossier with one piece, by what a person does with hand and eye: every gesture is a click, a key
// chord, a drag or a confirmed field, by real input events, and is counted. No manifest is opened on the way.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, versions } from '../host/install.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { vsix } from '../../scripts/package-vsix.mjs';
import { choosePath } from './dialogs.mjs';

const most = 8;

/** A film of the example for the first proof of the REM, under a name that says nothing. */
const film = join(root, 'examples/moncabinet/preuves/dmp/DMP-CONF.03.01.01-suppression.mp4');

for (const version of new Set([versions[0], versions.at(-1)])) {
  describe(`gestures, VS Code ${version}`, function () {
    this.timeout(180_000);
    /** @type {WorkbenchPage} */
    let window;
    /** Where the piece is before it is brought in. */
    let elsewhere;

    before(async () => {
      elsewhere = mkdtempSync(join(tmpdir(), 'segur-preuves-captures-'));
      window = await WorkbenchPage.open({ vsix, version, empty: true });
    });
    after(async () => {
      await window?.close();
      rmSync(elsewhere, { recursive: true, force: true });
    });
    afterEach(async function () {
      if (this.currentTest.state === 'failed') await window.shot(`failed-gestures-${version}`);
    });

    it(`makes a dossier with one piece, and checks it, in ${most} gestures`, async () => {
      const { page, folder } = window;
      const gestures = [];
      const gesture = async (what, act) => {
        gestures.push(what);
        await act();
      };
      const input = page.locator('.quick-input-widget input').first();
      const title = (text) => page.locator('.quick-input-title', { hasText: text }).waitFor();
      const line = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
      const toast = (text) => page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
      const piece = join(elsewhere, 'suppression à l’écran.mp4');
      copyFileSync(film, piece);

      await gesture('click on the icon of Ségur Preuves', () => window.openView('Ségur Preuves'));
      const begin = page.getByRole('button', { name: /New proof dossier|Nouveau dossier de preuves/ }).first();
      await begin.waitFor();
      await gesture('click on « Nouveau dossier de preuves »', () => begin.click());
      await title('Nouveau dossier de preuves (1/');
      await line('cabinet').waitFor();
      await gesture('confirm the folder', () => input.press('Enter'));
      await title('(2/');
      await gesture('type the dispositif, confirmed by « Créer le dossier maintenant »', async () => {
        await input.fill('MDV-LGC-Va2');
        await line('MDV-LGC-Va2').waitFor();
        await page.locator('.quick-input-titlebar .codicon-check-all').click();
      });
      const created = toast('Dossier créé');
      await created.waitFor();
      const selected = page.locator('.pane-body .monaco-list-row.selected').first();
      await selected.waitFor();
      await window.shot(`gestures-${version}-1-created`);
      await gesture('click on « Ajouter la première pièce »', () =>
        created.getByText('Ajouter la première pièce').click(),
      );
      await line('Choisir un fichier').waitFor();
      await gesture('click on « Choisir un fichier… »', () => line('Choisir un fichier').click());
      await gesture('confirm the file', () => choosePath(page, piece, 'Joindre'));
      const attached = toast('Pièce jointe');
      await attached.waitFor();
      await window.shot(`gestures-${version}-2-attached`);
      const check = page.locator('.pane-header .action-label[aria-label^="Check all evidence"]').first();
      await gesture('click on « Vérifier toutes les pièces »', () => check.click());
      await toast('1 dossier vérifié').waitFor();
      await window.shot(`gestures-${version}-3-checked`);

      console.log(gestures.map((one, index) => `      ${index + 1}. ${one}`).join('\n'));
      assert.ok(gestures.length <= most, `${gestures.length} gestures: ${gestures.join('; ')}`);
      assert.equal(await page.locator('.tabs-container .tab').count(), 0, 'no manifest was opened');
      const texts = [folder, join(folder, 'exigences')].flatMap((one) =>
        existsSync(one)
          ? readdirSync(one)
              .filter((name) => name.endsWith('.preuves.yaml'))
              .map((name) => join(one, name))
          : [],
      );
      const cited = texts.map((file) => /- fichier: "?(preuves\/.*écran\.mp4)/.exec(readFileSync(file, 'utf8'))?.[1]);
      const [path] = cited.filter((one) => one !== undefined);
      assert.ok(path, 'the piece is in a manifest');
      assert.deepEqual(readFileSync(join(folder, path)), readFileSync(piece));
    });
  });
}
