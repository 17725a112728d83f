// The table of proofs in the real workbench, with the keyboard: opened from the text, written in, undone, saved with an open cell.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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
    await dirty().first().waitFor();
    assert.equal(await saved(), original);
  });

  it('keeps its look when another tab was in front of it', async () => {
    await frame().getByLabel('Grouper').selectOption('state');
    await window.openFile('moncabinet/README.md');
    await window.page.locator('.tabs-container .tab', { hasText: 'moncabinet.preuves.yaml' }).last().click();
    await frame().locator('.row.proof').first().waitFor();
    assert.equal(await frame().getByLabel('Grouper').inputValue(), 'state');
  });
});
