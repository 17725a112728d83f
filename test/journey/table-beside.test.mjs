// The table of proofs in the real workbench beside the text: of a fragment, both in step, what is looked for and kept under a name.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vsix } from '../../scripts/package-vsix.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';

const fragment = 'moncabinet/exigences/dmp.preuves.yaml';
const proof = 'DMP/CONF.03.01.01';

describe('the table of proofs beside its text', function () {
  this.timeout(180_000);
  /** @type {WorkbenchPage} */
  let window;
  let original;

  before(async () => {
    window = await WorkbenchPage.open({ vsix, files: [fragment], width: 1800, height: 900 });
    original = read();
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

  const read = () => readFileSync(join(window.folder, fragment), 'utf8');
  const frame = () => window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const rowOf = (id) => frame().locator(`.row.proof:not(.more):has(.c-proof code:text-is("${id}"))`);
  const openAsTable = () => window.page.getByRole('button', { name: 'Open as a Table' }).last().click();
  const textLine = (text) => window.page.locator('.monaco-editor .view-line', { hasText: text });
  const shown = () => frame().locator('.shown');

  it('opens a fragment, with all rows of its dossier', async () => {
    await window.runCommand('View: Split Editor Right');
    await window.page.waitForFunction(() => document.querySelectorAll('.editor-group-container').length === 2);
    await openAsTable();
    await frame().locator('.row.proof').first().waitFor();
    await rowOf(proof).waitFor();
    const [, total] = /sur (\d+) preuves/.exec((await shown().textContent()) ?? '') ?? [];
    const ofFragment = original.match(/^ {10}\S+:$/gm)?.length ?? 0;
    assert.ok(ofFragment > 1 && Number(total) > ofFragment, 'rows of other fragments are there too');
    await window.shot('tableau-a-cote');
  });

  it('shows in the text what a cell writes, and takes it back with it', async () => {
    await rowOf(proof).locator('.c-note').click();
    await window.page.keyboard.type('relire ensemble');
    await window.page.keyboard.press('Enter');
    await rowOf(proof).locator('.c-note').getByText('relire ensemble').waitFor();
    await textLine('note_interne: relire ensemble').waitFor();
    assert.equal(read(), original, 'nothing is saved until one saves');
    await window.page.keyboard.press('Control+Z');
    await rowOf(proof).locator('.c-note').getByText('relire ensemble').waitFor({ state: 'detached' });
    await textLine('relire ensemble').waitFor({ state: 'detached' });
  });

  it('shows in its row what is typed in the text', async () => {
    const lines = original.split('\n');
    const at = lines.findIndex((line) => line.includes('sha256: dac1e57f'));
    assert.ok(at > 0);
    await textLine('exigences:').click();
    await window.goToLine(at + 1, lines[at].indexOf('sha256') + 1);
    await window.page.keyboard.insertText('note_interne: depuis le texte\n');
    await rowOf(proof).locator('.c-note').getByText('depuis le texte').waitFor();
    await window.shot('tableau-et-texte');
    await window.runCommand('File: Revert File');
    await rowOf(proof).locator('.c-note').getByText('depuis le texte').waitFor({ state: 'detached' });
    assert.equal(read(), original);
  });

  it('finds what is searched, filters a column, and gives all back in one click', async () => {
    const all = await shown().textContent();
    await frame().locator('#search').fill(proof);
    await frame().locator('.row.proof').first().waitFor();
    await frame().locator('.row.proof:not(.more)').nth(1).waitFor({ state: 'detached' });
    assert.notEqual(await shown().textContent(), all);
    await frame().getByRole('button', { name: 'Effacer les filtres' }).first().click();
    await frame().locator('.row.proof:not(.more)').nth(1).waitFor();
    assert.equal(await shown().textContent(), all);
    await rowOf(proof).locator('.c-requirement').click();
    await window.page.keyboard.press('Alt+ArrowDown');
    await frame().getByRole('textbox', { name: 'Contient' }).fill('DMP/CONF.03');
    await window.page.keyboard.press('Escape');
    await frame().locator('dialog[open]').waitFor({ state: 'detached' });
    assert.notEqual(await shown().textContent(), all);
    assert.equal(await rowOf(proof).count(), 1);
  });

  it('keeps a view under a name after the table was closed and opened again', async () => {
    const narrowed = await shown().textContent();
    await frame().getByRole('button', { name: 'Vues' }).click();
    await frame().getByLabel('Nom de la vue').fill('Relecture DMP');
    await frame().getByRole('button', { name: 'Enregistrer cette vue' }).click();
    await frame()
      .getByRole('button', { name: /Relecture DMP/ })
      .first()
      .waitFor();
    await window.page.keyboard.press('Escape');
    await window.runCommand('View: Close All Editors');
    await window.page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
    await window.page.keyboard.press('Control+P');
    await window.page.locator('.quick-input-widget input').first().fill(fragment);
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'dmp.preuves.yaml' }).first().waitFor();
    await window.page.keyboard.press('Enter');
    await window.page.locator('.tabs-container .tab.active', { hasText: 'dmp.preuves.yaml' }).waitFor();
    // As a text or as a table, whichever the editor remembers of it.
    await window.runCommand('Open as a Table');
    await frame().locator('.row.proof').first().waitFor();
    assert.notEqual(await shown().textContent(), narrowed, 'a new table shows everything');
    await frame().getByRole('button', { name: 'Vues' }).click();
    await frame()
      .getByRole('button', { name: /Relecture DMP/ })
      .first()
      .click();
    await frame().locator('.shown', { hasText: narrowed }).waitFor();
    assert.equal(read(), original);
  });
});
