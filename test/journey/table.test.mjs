// The table of proofs in the real workbench, with the keyboard: opened from the text, written in, undone, saved with an open cell.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vsix } from '../../scripts/package-vsix.mjs';
import { WorkbenchPage } from '../host/workbench-page.mjs';

const manifest = 'moncabinet/moncabinet.preuves.yaml';

describe('the table of proofs in the workbench', function () {
  this.timeout(120_000);
  /** @type {WorkbenchPage} */
  let window;
  let original;

  before(async () => {
    window = await WorkbenchPage.open({ vsix, files: [manifest], width: 1600, height: 900 });
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

  /** Every manifest of the dossier, one after the other. */
  const read = () => {
    const folder = join(window.folder, 'moncabinet');
    const fragments = readdirSync(join(folder, 'exigences')).map((name) => join(folder, 'exigences', name));
    return [join(window.folder, manifest), ...fragments].map((file) => readFileSync(file, 'utf8')).join('');
  };
  const frame = () => window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const dirty = () => window.page.locator('.tab.dirty');
  const saved = async () => {
    await window.page.keyboard.press('Control+S');
    await window.page.waitForFunction(() => !document.querySelector('.tab.dirty'));
    return read();
  };
  /** Waits for what no page shows. */
  const until = async (what, holds) => {
    const end = performance.now() + 30_000;
    while (!holds()) {
      assert.ok(performance.now() < end, `not seen: ${what}`);
      await window.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  };
  /** The lines of one text that the other has not. */
  const added = (from, to) => {
    const had = new Set(from.split('\n'));
    return to.split('\n').filter((line) => !had.has(line));
  };
  /** Of the first proof that has a piece. */
  let row;
  const cell = (column) => frame().locator(`[data-row=${JSON.stringify(row)}]:not(.more) > .c-${column}`);

  it('opens from a button of the text', async () => {
    await window.page.getByRole('button', { name: 'Open as a Table' }).first().click();
    await frame().locator('.row.proof').first().waitFor();
    row = await frame().locator('.row.proof:has(.c-piece button.name)').first().getAttribute('data-row');
    await window.shot('tableau');
  });

  it('writes what is typed in a cell, and that line only; undo gives the bytes back', async () => {
    await cell('note').click();
    await window.page.keyboard.type('relire');
    await window.page.keyboard.press('Enter');
    await dirty().first().waitFor();
    await cell('note').getByText('relire').waitFor();
    const after = await saved();
    assert.deepEqual(
      added(original, after).map((line) => line.trim()),
      ['note_interne: relire'],
    );
    assert.deepEqual(added(after, original), []);
    await window.page.keyboard.press('Control+Z');
    await cell('note').getByText('relire').waitFor({ state: 'detached' });
    await frame().getByText('À enregistrer aussi').first().waitFor();
    assert.equal(await saved(), original);
  });

  it('saves what is typed in a cell that is still open, and undo in it is its own', async () => {
    await cell('note').click();
    await window.page.keyboard.type('en cours de frappe');
    await window.page.keyboard.press('Control+Z');
    await window.page.keyboard.press('Control+Y');
    assert.equal(read(), original);
    await frame().locator('.editor').fill('tapé');
    await window.page.keyboard.press('Control+S');
    await frame().locator('.editor').waitFor();
    await until('the open cell is saved', () => read().includes('note_interne: tapé'));
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('Control+Z');
    await cell('note').getByText('tapé').waitFor({ state: 'detached' });
    await frame().getByText('À enregistrer aussi').first().waitFor();
    await saved();
    await until('the text is as it was', () => read() === original);
  });

  const proofs = () => frame().locator('.row.proof:not(.more)');
  const rowOf = (proof) => frame().locator(`.row.proof:not(.more):has(.c-proof code:text-is("${proof}"))`);
  const activeRow = () => frame().locator('.row.proof:has(> .active)');
  const question = () => window.page.locator('.quick-input-widget input').first();

  it('goes to the next row that wants something, with the keys of the text', async () => {
    await rowOf('DMP/CONF.03.01.01').locator('.c-state').click();
    await window.page.keyboard.press('Control+F8');
    await activeRow().getByText('DMP/CONF.05.01.01').waitFor();
    await window.page.keyboard.press('Control+F8');
    await activeRow().getByText('DMP/CONF.09.01.01').waitFor();
    await window.page.keyboard.press('Control+Shift+F8');
    await activeRow().getByText('DMP/CONF.05.01.01').waitFor();
  });

  it('attaches a link from the menu of the row, by the keyboard; Ctrl+Z in the table takes it back to the byte', async () => {
    await window.page.keyboard.press('Shift+F10');
    await window.page.locator('.monaco-menu .action-label', { hasText: 'Copy the title' }).waitFor();
    const chosen = window.page.locator('.monaco-menu .action-item.focused', { hasText: 'Link…' });
    for (let down = 0; down < 9 && !(await chosen.isVisible()); down += 1)
      await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    await question().waitFor();
    await question().fill('https://interop.example.org/rapport/42');
    await question().press('Enter');
    await window.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Joindre', exact: true }).click();
    await until('the link is attached', () => read().includes('lien: https://interop.example.org/rapport/42'));
    await rowOf('DMP/CONF.05.01.01').getByText('rapport/42').waitFor();
    await rowOf('DMP/CONF.05.01.01').locator('.c-state').click();
    await window.page.keyboard.press('Control+Z');
    await until('the link is gone', () => read() === original);
  });

  it('assigns ten rows at once over a range, names the fragment that is not saved, and saves it with the table', async () => {
    await rowOf('DMP/CONF.03.01.01').locator('.c-responsible').click();
    for (let down = 0; down < 9; down += 1) await window.page.keyboard.press('Shift+ArrowDown');
    await window.page.keyboard.type('Pôle DMP');
    await window.page.keyboard.press('Control+Enter');
    await frame().locator('.notice', { hasText: 'dmp.preuves.yaml' }).waitFor();
    assert.equal(read(), original, 'nothing is saved until one saves');
    await window.shot('tableau-attribue');
    const after = await saved();
    await until('the fragment is saved', () => read().includes('responsable: Pôle DMP'));
    const names = added(original, read()).filter((line) => line.includes('responsable:'));
    assert.deepEqual([...new Set(names.map((line) => line.trim()))], ['responsable: Pôle DMP']);
    assert.equal(read().split('responsable: Pôle DMP').length - 1, 10);
    assert.deepEqual(added(after, original), [], 'no line that stood there is another one');
    await frame().locator('.notice').waitFor({ state: 'detached' });
    await window.page.keyboard.press('Control+Z');
    await frame().locator('.c-responsible', { hasText: 'Pôle DMP' }).first().waitFor({ state: 'detached' });
    await saved();
    await until('the fragment is as it was', () => read() === original);
  });

  it('shows what can be shown of a text that cannot be read, and writes nothing; then writes again', async () => {
    const shown = await proofs().count();
    assert.ok(shown > 0);
    const file = join(window.folder, manifest);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n  faux: [\n`);
    await frame().locator('.notice').first().waitFor();
    await rowOf('DMP/CONF.03.01.01').locator('.c-note').click();
    await window.page.keyboard.type('perdu ?');
    await window.page.keyboard.press('Enter');
    assert.equal(await window.page.locator('.tab.dirty').count(), 0);
    await window.shot('tableau-illisible');
    writeFileSync(file, text);
    await frame().locator('.notice').waitFor({ state: 'detached' });
    assert.equal(read(), original);
  });

  it('keeps its look when another tab was in front of it', async () => {
    await frame().getByLabel('Grouper').selectOption('state');
    await window.openFile('moncabinet/README.md');
    await window.page.locator('.tabs-container .tab', { hasText: 'moncabinet.preuves.yaml' }).last().click();
    await frame().locator('.row.proof').first().waitFor();
    assert.equal(await frame().getByLabel('Grouper').inputValue(), 'state');
  });
});
