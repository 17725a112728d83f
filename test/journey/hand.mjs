import assert from 'node:assert/strict';

/** What someone sees of the table and asks VS Code in words, whichever hand is used. */
export class Hand {
  /** @param {import('../host/workbench-page.mjs').WorkbenchPage} window */
  constructor(window) {
    this.window = window;
    this.page = window.page;
    this.keys = window.page.keyboard;
  }

  get frame() {
    // The fiche is another page, and comes later.
    return this.page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
  }

  /** The first line of a proof. */
  row(proof) {
    return this.frame.locator(`.row.proof:not(.more):has(.c-proof code:text-is("${proof}"))`);
  }

  cell(proof, column) {
    return this.row(proof).locator(`> .c-${column}`);
  }

  get question() {
    return this.page.locator('.quick-input-widget input').first();
  }

  line(text) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  menuItem(text) {
    return this.page.locator('.monaco-menu .action-item', { hasText: text }).first();
  }

  /** What a check would find is shown before a piece is written. */
  get agree() {
    return this.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Joindre', exact: true });
  }

  piece(proof) {
    return this.cell(proof, 'piece').locator('.name, .text').first();
  }

  /** Waits until a piece is written or asked about. @returns whether it is asked about */
  async mustAgree(proof) {
    const end = performance.now() + 180_000;
    for (;;) {
      if (await this.agree.isVisible()) return true;
      if (await this.piece(proof).isVisible()) return false;
      assert.ok(performance.now() < end, `no piece of ${proof}`);
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  /** Waits until the table says that a proof has a piece. */
  async seen(proof) {
    await this.piece(proof).waitFor();
  }

  /** Path of the first piece of a proof, as the table shows it: its name, then its folder. */
  pieceOf(proof) {
    return this.cell(proof, 'piece')
      .locator('.name')
      .first()
      .evaluate((shown) => {
        const folder = shown.querySelector('.hint')?.textContent;
        const name = shown.firstChild.textContent;
        return folder === undefined ? name : `${folder}/${name}`;
      });
  }

  /** The day that the review of a proof says. */
  async reviewDay(proof) {
    return /\d{4}-\d{2}-\d{2}$/.exec(await this.cell(proof, 'review').innerText())[0];
  }

  /** Waits for a dialog of files to be ready: it writes its folder once it has listed it. */
  async dialog(label) {
    await this.page.getByRole('button', { name: label, exact: true }).waitFor();
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.#rested();
  }

  async #rested() {
    await this.page.waitForFunction(() => {
      const input = document.querySelector('.quick-input-widget input');
      return input.value.startsWith('/') && document.querySelector('.quick-input-progress.active') === null;
    });
  }

  async counted(shown) {
    await this.frame.locator('.shown', { hasText: new RegExp(`^${shown} sur `) }).waitFor();
  }

  async noDirtyTab() {
    await this.page.waitForFunction(() => !document.querySelector('.tab.dirty'));
  }

  /** Puts a picture on the clipboard, as a tool for screenshots does. */
  async copyPicture(base64) {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(async (content) => {
      const { atob, Blob, ClipboardItem, navigator } = globalThis;
      const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    }, base64);
  }

  /** What has the focus, from the window inwards: what a failure is often about. */
  async whereFocusIs() {
    const focused = (frame) =>
      frame.evaluate(() => globalThis.document.activeElement?.cloneNode(false).outerHTML).catch(String);
    return (await Promise.all(this.page.frames().map(async (one) => `${one.name()}: ${await focused(one)}`))).join(
      '\n',
    );
  }

  /** Takes a step again until what it leads to is there: a step of someone who sees that nothing happened. */
  async again(step, isThere, tries = 12) {
    for (let left = tries; left > 0; left -= 1) {
      if (await isThere()) return;
      await step();
    }
    assert.ok(await isThere(), 'what was wanted did not come');
  }
}
