// A team on one dossier in the real workbench: who I am, what is mine, what is late, a thread on a proof from the text to the fiche,
// and the list of tasks. Pictures go to out/screenshots/.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vsix } from '../../scripts/package-vsix.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { choosePath } from './dialogs.mjs';
import { frameWith, until } from './sight.mjs';

const manifest = 'moncabinet.preuves.yaml';

describe('a team in the workbench', function () {
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
      prepare: (folder) => {
        const file = join(folder, manifest);
        const text = readFileSync(file, 'utf8')
          .replace('  VACC/NOTE.05:\n', '  VACC/NOTE.05:\n    suivi: { responsable: Ana, pour_le: 2026-01-05 }\n')
          .replace('  RUM.01:\n', '  RUM.01:\n    suivi: { responsable: Bob }\n');
        writeFileSync(file, text);
      },
    });
    page = window.page;
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
  const proofs = () => page.locator('.pane-body .monaco-list-row', { hasText: /VACC\/NOTE|RUM\.01/ });
  const lineOf = (text) => {
    const lines = readFileSync(join(window.folder, manifest), 'utf8').split('\n');
    return lines.findIndex((one) => one.includes(text)) + 1;
  };
  const threads = () => {
    const folder = join(window.folder, 'discussions');
    return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')) : [];
  };

  it('tells in the status bar what is late', async () => {
    const item = page.locator('.statusbar-item', { has: page.locator('.codicon-watch') });
    await item.getByText('1', { exact: false }).first().waitFor();
    assert.match(await item.locator('a').getAttribute('aria-label'), /1 .*retard/);
  });

  it('asks who I am, once, and shows what is mine in the tree', async () => {
    await window.runCommand('My Proofs');
    await page.locator('.quick-input-title', { hasText: 'Qui êtes-vous ?' }).waitFor();
    await line('Bob').waitFor();
    await line('Ana').click();
    await page.locator('.statusbar', { hasText: 'Vous êtes « Ana »' }).waitFor();
    await window.unfold('Vaccination');
    await window.waitForRow('VACC/NOTE.05');
    assert.equal(await proofs().filter({ hasText: 'RUM.01' }).count(), 0);
    await window.shot('team-1-mine');
    await window.runCommand('Show Everything');
    await window.runCommand('My Proofs');
    await window.waitForRow('VACC/NOTE.05');
    assert.equal(await page.locator('.quick-input-title', { hasText: 'Qui êtes-vous ?' }).isVisible(), false);
    await window.runCommand('Show Everything');
  });

  it('begins a thread on the line of a proof, which stays in sight', async () => {
    await window.openFile(manifest);
    await window.goToLine(lineOf('RUM.01.01.01:'), 12);
    await window.runCommand('Start a Thread');
    const box = page.locator('.review-widget');
    await box.locator('.monaco-editor').first().waitFor();
    await page.keyboard.type('À refaire en 12.4.0.');
    await box.getByText('Send', { exact: true }).click();
    await box.locator('.review-comment', { hasText: 'À refaire en 12.4.0.' }).waitFor();
    assert.match(threads().join(), /par: "?Ana"?.*À refaire/);
    await page.locator('.statusbar-item .codicon-comment-discussion').waitFor();
    await window.shot('team-2-thread');
  });

  it('answers in the fiche, and closes it there, where it stays in sight', async () => {
    await window.runCommand('Show the Fiche');
    const fiche = await frameWith(page, '#page .thread');
    await fiche.getByRole('textbox', { name: 'Répondre, RUM.01.01.01' }).fill('Refaite.');
    await fiche.getByRole('button', { name: 'Envoyer (Répondre, RUM.01.01.01)' }).click();
    await fiche.locator('.said', { hasText: 'Refaite.' }).waitFor();
    await fiche.getByRole('button', { name: 'Clore la discussion' }).click();
    await fiche.getByRole('button', { name: 'Rouvrir la discussion' }).waitFor();
    await fiche.locator('summary', { hasText: 'Discussions de l’équipe (1 close)' }).waitFor();
    await until(page, 'the thread closed', () => /etat: close/.test(threads().join()));
    await page.locator('.statusbar-item .codicon-comment-discussion').waitFor({ state: 'detached' });
    await fiche.locator('.thread').scrollIntoViewIfNeeded();
    await window.shot('team-3-fiche');
  });

  it('shows in the table what is mine, and a menu of a row that begins a thread', async () => {
    await window.openFile(manifest);
    await window.runCommand('Open as a Table');
    const table = await frameWith(page, '.row.proof');
    await table.getByRole('button', { name: 'Mes preuves' }).click();
    await table.locator('.chips', { hasText: 'Responsable : Ana' }).waitFor();
    await table.getByText('1 sur').first().waitFor();
    await table.locator('.row.proof .c-state', { hasText: 'en retard' }).click({ button: 'right' });
    const menu = page.locator('.monaco-menu').first();
    await menu.getByText('Start a Thread').waitFor();
    await menu.getByText('The Dossier').hover();
    await page.locator('.monaco-submenu').getByText('Save the Follow-Up').waitFor();
    await window.shot('team-4-table');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  for (const [form, ending, said] of [
    ['Tableau', 'csv', /;Ana;2026-01-05;oui;.*VACC\/NOTE\.05;/],
    ['Calendrier', 'ics', /BEGIN:VCALENDAR[^]*20260105/],
  ])
    it(`saves the tasks of one person as ${ending}`, async () => {
      await window.runCommand('Save the Follow-Up');
      await line('Ana').click();
      await line(form).click();
      const target = join(window.folder, `suivi.${ending}`);
      await choosePath(page, target, 'OK');
      await page.locator('.notifications-toasts', { hasText: `suivi.${ending}` }).waitFor();
      const text = readFileSync(target, 'utf8');
      assert.match(text, said);
      assert.doesNotMatch(text, /RUM\.01/);
    });
});
