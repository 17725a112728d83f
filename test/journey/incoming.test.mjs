// What a vendor already has comes in, in the real workbench: a tracking sheet, the report of a test run, a report that colleagues
// edited; and one portfolio over all dossiers. Given up, read, written and taken back. Pictures go to out/screenshots/.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vsix } from '../../scripts/package-vsix.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { choosePath } from './dialogs.mjs';
import { commandLine } from './engine.mjs';

const manifest = 'moncabinet/moncabinet.preuves.yaml';

describe('what comes in, in the workbench', function () {
  this.timeout(120_000);
  /** @type {WorkbenchPage} */
  let window;
  let original;
  let id;

  before(async () => {
    window = await WorkbenchPage.open({ vsix, files: [manifest], width: 1400, height: 900 });
    await window.openView('Ségur Preuves');
    await window.waitForRow('MonCabinet');
    original = read();
    // A proof that the example names, whatever it is.
    id = /^ {8,}([A-Z][\w/.-]+\.\d+\.\d+\.\d+):/m.exec(original)?.[1];
    assert.ok(id, 'the example names no proof');
    const folder = join(window.folder, 'arrivee');
    mkdirSync(folder);
    writeFileSync(join(folder, 'nouveau.log'), 'journal du suivi\n');
    writeFileSync(join(folder, 'essai.log'), 'journal des tests\n');
    writeFileSync(
      join(folder, 'suivi.csv'),
      `N° preuve;Fichier;Remarque;Divers\n${id};nouveau.log;vu par l’équipe;x\n${id};absent.log;;\n`,
    );
    const attachments = [{ name: 'journal', path: 'essai.log' }];
    const results = [{ status: 'passed', startTime: '2026-11-02T10:00:00.000Z', attachments }];
    const specs = [{ title: `${id} essai`, tests: [{ projectName: 'web', results }] }];
    writeFileSync(
      join(folder, 'playwright.json'),
      JSON.stringify({ config: {}, suites: [{ title: 'a.spec.ts', specs }] }),
    );
  });
  after(async () => {
    await window?.close();
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await window.shot(`failed-${this.currentTest.title.replaceAll(/\W+/g, '-')}`);
  });

  /** Every manifest of the dossier, one after the other. */
  const read = () => {
    const folder = join(window.folder, 'moncabinet');
    const fragments = readdirSync(join(folder, 'exigences')).map((name) => join(folder, 'exigences', name));
    return [join(window.folder, manifest), ...fragments].map((file) => readFileSync(file, 'utf8')).join('');
  };
  const dialog = () => window.page.locator('.monaco-dialog-box');
  const toast = (text) =>
    window.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  const line = (text) => window.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  /** Waits for what no page shows. */
  const until = async (what, holds) => {
    const end = performance.now() + 30_000;
    while (!holds()) {
      assert.ok(performance.now() < end, `not seen: ${what}`);
      await window.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  };
  const startIntake = async () => {
    await window.runCommand('Take In a Tracking Sheet');
    await line(manifest).click();
    await choosePath(window.page, join(window.folder, 'arrivee', 'suivi.csv'), 'Lire');
    await line('Dans le répertoire du tableau').click();
    await dialog().waitFor();
  };

  it('a sheet that is given up at the question changes nothing', async () => {
    await startIntake();
    const text = await dialog().textContent();
    // What the columns were taken for is plain before anything is agreed to.
    assert.match(text, /N° preuve → identifiant de la preuve/);
    assert.match(text, /Remarque → note interne, qui ne part jamais/);
    assert.match(text, /1 pièce à joindre/);
    await window.shot('incoming-1-question');
    await window.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    assert.equal(read(), original);
  });

  it('a sheet is read as a page, the question stays, and what is written can be taken back', async () => {
    await startIntake();
    await dialog().getByRole('button', { name: 'Voir le détail' }).click();
    await window.page.locator('.tabs-container .tab', { hasText: 'aperçu.md' }).waitFor();
    await window.page.locator('.quick-input-title', { hasText: 'Écrire ce que l’aperçu montre' }).waitFor();
    const frame = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.locator('td', { hasText: 'identifiant de la preuve' }).waitFor();
    await frame.locator('li', { hasText: 'absent.log' }).first().waitFor();
    await window.shot('incoming-2-preview');
    // A click into the page does not lose the question.
    await frame.locator('h2').last().click();
    await line('Écrire dans le dossier').click();
    await toast('Écrit.').waitFor();
    await window.shot('incoming-3-written');
    await until('the piece', () => read().includes('nouveau.log'));
    await toast('Écrit.').getByText('Annuler', { exact: true }).click();
    await until('the manifest as it was', () => read() === original);
  });

  it('a report of tests brings what a passed test left', async () => {
    await window.runCommand('Collect Pieces from Tests');
    await line(manifest).click();
    await choosePath(window.page, join(window.folder, 'arrivee', 'playwright.json'), 'Collecter');
    await dialog().waitFor();
    assert.match(await dialog().textContent(), /1 pièce nouvelle/);
    await window.shot('incoming-4-collect');
    await dialog().getByRole('button', { name: 'Écrire dans le dossier' }).click();
    await until('the piece', () => read().includes('essai.log'));
    assert.ok(existsSync(join(window.folder, 'moncabinet', 'moncabinet.collecte.json')));
    await toast('Écrit.').getByText('Annuler', { exact: true }).click();
    await until('the manifest as it was', () => read() === original);
  });

  it('a report that colleagues edited: what both sides changed is shown with both values, chosen, and nothing else is lost', async () => {
    const piece = 'DMP-CONF.03.01.01-suppression.mp4';
    const fragment = join(window.folder, 'moncabinet/exigences/dmp.preuves.yaml');
    const workbook = join(window.folder, 'arrivee', 'rapport.xlsx');
    commandLine(window.folder, ['report', 'moncabinet', '-o', workbook]);
    editWorkbook(workbook, piece, { version: '12.5.0', commentaire: 'Voir la fin du film.' });
    // Somebody else changes the same value in the dossier, and another one.
    const before = readFileSync(fragment, 'utf8');
    const [head, rest] = before.split(piece);
    writeFileSync(fragment, `${head}${piece}${rest.replace('version: 12.4.0', 'version: 12.4.9 # relu')}`);
    const start = read();
    await window.runCommand('Take In a Tracking Sheet');
    await line(manifest).click();
    await choosePath(window.page, workbook, 'Lire');
    await dialog().waitFor();
    assert.match(await dialog().textContent(), /Un conflit n’est pas tranché : rien n’en sera écrit/);
    await dialog().getByRole('button', { name: 'Voir le détail' }).click();
    const frame = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const conflict = frame.locator('li', { hasText: '12.5.0' }).first();
    await conflict.waitFor();
    const told = await conflict.textContent();
    for (const part of ['12.4.0', '12.4.9', 'DMP/CONF.03.01.01', 'Pièces à compléter, I4'])
      assert.ok(told.includes(part), `${part}: ${told}`);
    await window.shot('incoming-5-conflict');
    await line('Trancher les conflits…').click();
    await line('12.5.0').click();
    await window.shot('incoming-6-settle');
    await window.page.getByRole('button', { name: 'OK', exact: true }).click();
    await dialog().waitFor();
    assert.match(await dialog().textContent(), /Les conflits sont tranchés/);
    await dialog().getByRole('button', { name: 'Écrire dans le dossier' }).click();
    await toast('Écrit.').waitFor();
    await until('the version of the workbook', () => read().includes('version: 12.5.0 # relu'));
    const expected = start
      .replace('version: 12.4.9 # relu', 'version: 12.5.0 # relu')
      .split('\n')
      .filter((one) => !read().split('\n').includes(one));
    assert.deepEqual(expected, [], 'a line is gone');
    assert.ok(read().includes('commentaire: Voir la fin du film.'));
    assert.equal(read().split('\n').length, start.split('\n').length + 1);
    await toast('Écrit.').getByText('Annuler', { exact: true }).click();
    await until('the manifest as it was', () => read() === start);
    writeFileSync(fragment, before);
  });

  it('a portfolio: its dossiers in one tree, one report over all, a piece that serves elsewhere when it is wanted', async () => {
    const folder = join(window.folder, 'portefeuille');
    await window.openFile('portefeuille/portefeuille.yaml');
    await window.runCommand('Collapse All');
    for (const text of ['MonCabinet', 'MonImagerie', 'Vague 2']) await window.waitForRow(text);
    await window.shot('portfolio-1-tree');
    await window.runCommand('Save a Report of the Portfolio');
    const report = join(folder, 'tout.html');
    await choosePath(window.page, report, 'OK');
    await until('the report', () => existsSync(report));
    for (const text of ['MonCabinet', 'MonImagerie']) assert.ok(readFileSync(report, 'utf8').includes(text), text);
    const all = () =>
      readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.preuves.yaml'))
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('');
    const own = all();
    await window.runCommand('Pieces That Could Serve Elsewhere');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '←' }).first().waitFor();
    await window.shot('portfolio-2-offers');
    assert.equal(all(), own, 'nothing is assumed');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '←' }).first().click();
    await dialog().waitFor();
    await window.shot('portfolio-3-question');
    await dialog().getByRole('button', { name: 'Copier', exact: true }).click();
    await until('the piece', () => all() !== own);
    await toast('Joint').first().waitFor();
    await window.page.locator('.notification-list-item').getByText('Annuler', { exact: true }).first().click();
    await until('the dossiers as they were', () => all() === own);
  });
});

/** What a spreadsheet program does: writes texts into the row of a piece, in the columns that hidden ids name. */
function editWorkbook(path, piece, values) {
  const parts = unzipSync(readFileSync(path));
  for (const [name, bytes] of Object.entries(parts)) {
    const sheet = strFromU8(bytes);
    if (!name.startsWith('xl/worksheets/') || !sheet.includes('segur:version')) continue;
    const row = /<row [^>]*r="(\d+)"/.exec(sheet.slice(sheet.lastIndexOf('<row ', sheet.indexOf(piece))))?.[1];
    const edited = Object.entries(values).reduce((text, [id, value]) => {
      const column = /r="([A-Z]+)2"[^>]*>(?:(?!<c ).)*$/s.exec(text.slice(0, text.indexOf(`segur:${id}<`)))?.[1];
      const cell = new RegExp(`<c r="${column}${row}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`);
      assert.match(text, cell);
      return text.replace(
        cell,
        (_, style) => `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`,
      );
    }, sheet);
    parts[name] = strToU8(edited);
  }
  writeFileSync(path, zipSync(parts));
}
