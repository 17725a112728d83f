// From an empty folder to a checked dossier with one piece, by what a person does with hand and eye: every gesture is a click, a key
// chord, a drag or a confirmed field, by real input events, and is counted. No manifest is opened on the way.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, versions } from '../host/install.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { vsix } from '../../scripts/package-vsix.mjs';
import { choosePath } from './dialogs.mjs';

const most = 8;

/** A film of the example for the first proof of the REM, under a name that says nothing. */
const film = join(root, 'examples/moncabinet/preuves/dmp/DMP-CONF.03.01.01-suppression.mp4');

const statement = join(root, 'examples/moncabinet/preuves/declarations/RUM.01-base-medicaments.pdf');

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
      const before = join(elsewhere, 'avant');
      cpSync(folder, before, { recursive: true });
      await gesture('click on « Ajouter la première pièce »', () =>
        created.getByText('Ajouter la première pièce').click(),
      );
      await line('Choisir un fichier').waitFor();
      await gesture('click on « Choisir un fichier… »', () => line('Choisir un fichier').click());
      await gesture('confirm the file', () => choosePath(page, piece, 'Joindre'));
      const attached = toast('Pièce jointe');
      await attached.waitFor();
      await window.shot(`gestures-${version}-2-attached`);
      // The buttons of a view are there while the pointer is over it.
      await page.locator('.pane-header', { hasText: /compliance/i }).hover();
      const check = page.locator('.pane-header .action-label[aria-label^="Check all evidence" i]').first();
      await gesture('click on « Vérifier toutes les pièces »', () => check.click());
      await toast('1 dossier vérifié').waitFor();
      await window.shot(`gestures-${version}-3-checked`);

      console.log(gestures.map((one, index) => `      ${index + 1}. ${one}`).join('\n'));
      assert.ok(gestures.length <= most, `${gestures.length} gestures: ${gestures.join('; ')}`);
      assert.equal(await page.locator('.tabs-container .tab').count(), 0, 'no manifest was opened');
      // The command line makes the same of the same folder, to the byte.
      attach(before, [piece, '--preuve', 'DMP/CONF.03.01.01']);
      const made = filesOf(folder);
      assert.deepEqual(made, filesOf(before));
      const path = [...made.keys()].find((one) => one.endsWith('écran.mp4'));
      assert.deepEqual(readFileSync(join(folder, path)), readFileSync(piece));
    });

    it('cites a file in place by the button of a row, with the bytes of the command line', async () => {
      const { page, folder } = window;
      await page.keyboard.press('Escape');
      const name = 'DMP-CONF.03.01.02 procédure.pdf';
      const before = join(elsewhere, 'en place');
      copyFileSync(statement, join(folder, 'preuves', name));
      cpSync(folder, before, { recursive: true, preserveTimestamps: true });
      const row = window.row('DMP/CONF.03.01.02');
      const line = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
      // A list is whole when it comes. It has the file once the editor was told of it: until then it is asked for again, as long as
      // the test may last.
      const whole = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Choisir un fichier' }).first();
      do {
        await page.keyboard.press('Escape');
        await whole.waitFor({ state: 'hidden' });
        await row.hover();
        await row.locator('.action-label[aria-label^="Add Evidence" i]').click();
        await whole.waitFor();
      } while (!(await line.isVisible()));
      await line.click();
      // What a check would find is shown first, or it is written at once.
      const agree = page.locator('.monaco-dialog-box').getByText('Joindre', { exact: true });
      const done = page.locator('.notifications-toasts .notification-list-item', { hasText: name }).first();
      await agree.or(done).first().waitFor();
      if (await agree.isVisible()) await agree.click();
      await done.waitFor();
      await window.shot(`gestures-${version}-4-in-place`);
      attach(before, [`preuves/${name}`, '--preuve', 'DMP/CONF.03.01.02']);
      assert.deepEqual(filesOf(folder), filesOf(before));
    });

    it('takes a file of the desktop that is dropped on a row', async () => {
      const { page, folder } = window;
      const row = window.row('DMP/CONF.03.01.02');
      // Another content: what a proof cites already would only be said to be there.
      const other = Buffer.concat([readFileSync(statement), Buffer.from('\n% annexe\n')]);
      await dropFile(page, row, 'annexe.pdf', other.toString('base64'));
      const agree = page.locator('.monaco-dialog-box').getByText('Joindre', { exact: true });
      await agree.waitFor();
      await window.shot(`gestures-${version}-5-dropped`);
      await agree.click();
      await page.locator('.notifications-toasts .notification-list-item', { hasText: 'annexe.pdf' }).first().waitFor();
      assert.ok([...filesOf(folder).values()].some((text) => text.includes('annexe.pdf')));
    });
  });
}

/** Runs the packaged command line on a dossier; what a check would find of the piece is no matter here. */
function attach(folder, args) {
  const cli = join(root, 'dist/cli.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'attach', ...args], { cwd: folder, encoding: 'utf8' });
  assert.ok(status < 2, stderr);
}

/** Text or digest of every file of a folder, by path. */
function filesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => {
        const bytes = readFileSync(path);
        const isText = /\.yaml$/.test(path);
        return [relative(folder, path), isText ? bytes.toString() : createHash('sha256').update(bytes).digest('hex')];
      }),
  );
}

/** Drops a file as it comes from outside the window: with its bytes and without a path. */
async function dropFile(page, target, name, base64) {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const { atob, DataTransfer, File } = globalThis;
      const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName, { type: 'application/pdf' }));
      return data;
    },
    [name, base64],
  );
  const { x, y, width, height } = await target.boundingBox();
  const place = { clientX: x + width / 2, clientY: y + height / 2, dataTransfer: transfer, bubbles: true };
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, place);
}
