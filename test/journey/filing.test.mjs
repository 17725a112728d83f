// What goes to ANS and comes back, in the real workbench: a package filed slot by slot, which a new window still knows, answers
// pasted and shown before they are written, the sheet of the eligibility form. Pictures go to out/screenshots/.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { vsix } from '../../scripts/package-vsix.mjs';
import { root } from '../host/install.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { frameWith, until } from './sight.mjs';

const manifest = 'moncabinet.preuves.yaml';
const first = 'DMP/CONF.03.01.01';

/** A package as one that is complete: the example has proofs left to provide. */
function writePackage(folder) {
  const draft = join(folder, 'brouillon.zip');
  const args = [join(root, 'dist/cli.js'), 'package', join(folder, manifest), '--brouillon', '-o', draft];
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  const files = unzipSync(readFileSync(draft));
  const record = Object.keys(files).find((name) => name.endsWith('data/depot.json'));
  const text = strFromU8(files[record]).replace('"brouillon": true', '"brouillon": false');
  writeFileSync(join(folder, 'depot.zip'), zipSync({ [record]: strToU8(text) }));
}

describe('filing, in the workbench', function () {
  this.timeout(90_000);
  /** @type {WorkbenchPage} */
  let window;
  let page;

  before(async () => {
    window = await WorkbenchPage.open({
      vsix,
      example: 'moncabinet',
      files: [manifest],
      width: 1500,
      height: 950,
      prepare: writePackage,
    });
    page = window.page;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
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

  const line = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const log = () => {
    const file = join(window.folder, 'suivi-depot.yaml');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const read = () =>
    readdirSync(join(window.folder, 'exigences'))
      .map((name) => readFileSync(join(window.folder, 'exigences', name), 'utf8'))
      .join('');
  const openFiling = async () => {
    await window.runCommand('File on Convergence');
    await page.locator('.quick-input-widget input[placeholder^="Paquet à déposer"]').waitFor();
    await line('depot.zip').click();
    return frameWith(page, 'input.tick');
  };

  it('a slot is copied from, ticked with a name and a day, and found again by a filter', async () => {
    const filing = await openFiling();
    assert.equal(await filing.getByText('Ouvrir suivi-depot.yaml').count(), 0, 'there is no file yet');
    await filing
      .getByRole('button', { name: `Copier l’identifiant : ${first}` })
      .first()
      .click();
    await until(page, 'the id in the clipboard', async () => (await copied()) === first);
    await filing.getByLabel('Qui dépose').fill('CM');
    await filing.locator('input.tick').first().click();
    await filing.locator('#progress', { hasText: /^1 \/ / }).waitFor();
    assert.match(log(), /preuve: DMP\/CONF\.03\.01\.01, .*depose_le: \d{4}-\d\d-\d\d, par: CM/);
    await filing.getByText('Ouvrir suivi-depot.yaml').waitFor();
    await filing.getByLabel(/^Filtrer/).fill('PSC');
    await until(page, 'the filter', async () => !(await filing.getByText(first, { exact: true }).isVisible()));
    await window.shot('filing-1-filter');
    await filing.getByLabel(/^Filtrer/).fill('');
    await filing.getByLabel('Seulement ce qui reste à déposer').check();
    await until(page, 'what is left', async () => !(await filing.getByText(first, { exact: true }).isVisible()));
  });

  it('a new window knows what was filed', async () => {
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('.monaco-workbench').waitFor();
    await window.openView('Ségur Preuves');
    await window.waitForRow('MonCabinet');
    const filing = await openFiling();
    await filing.locator('#progress', { hasText: /^1 \/ / }).waitFor();
    assert.ok(await filing.locator('input.tick').first().isChecked());
    await filing.getByText(/déposée le \d{4}-\d\d-\d\d par CM/).waitFor();
    assert.equal(await filing.getByLabel('Qui dépose').inputValue(), 'CM');
    await window.shot('filing-2-again');
  });

  it('answers are read from the clipboard, shown, and written when it is wanted', async () => {
    const before = read();
    const said = `${first}\tmodification demandée\tLa date ne se voit pas.\nDMP/CONF.03.01.02\tvalidé\t\nDMP/CONF.06.01.01\tpeut-être\t\n`;
    await page.evaluate((text) => navigator.clipboard.writeText(text), said);
    await window.runCommand('Enter the Answers of ANS');
    await line('copiés').click();
    await page.waitForFunction(() =>
      /^\d{4}-\d\d-\d\d$/.test(document.querySelector('.quick-input-widget input').value),
    );
    await page.keyboard.press('Enter');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText(/2 réponses à écrire/).waitFor();
    assert.equal(read(), before);
    await dialog.getByRole('button', { name: 'Voir le détail' }).click();
    const preview = await frameWith(page, 'li:has-text("La date ne se voit pas.")');
    await preview.locator('li', { hasText: 'peut-être' }).waitFor();
    await window.shot('filing-3-answers');
    await line('Écrire dans le dossier').click();
    await until(page, 'the answers', () =>
      /instruction:[^]*modification demandée[^]*La date ne se voit pas/.test(read()),
    );
  });

  it('the eligibility form is a list to copy from, which names what is empty', async () => {
    await window.runCommand('Eligibility Form');
    await line('EXEMPLE-NIE').click();
    await until(page, 'the value in the clipboard', async () => (await copied()) === 'EXEMPLE-NIE');
    await line('(vide)').waitFor();
    await line('Cette liste n’est pas complète').waitFor();
    await window.shot('filing-4-eligibility');
    await page.keyboard.press('Escape');
  });
});
