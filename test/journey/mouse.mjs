import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Hand } from './hand.mjs';

/** Ways to bring a piece in, by how the list of them begins. */
const ways = { file: 'Choisir un fichier', link: 'Lien', execution: 'N° d’exécution', declaration: 'Déclaration' };

/**
 * Someone without a keyboard: clicks, drags and drops. What is typed in a field comes as from a keyboard on the screen or from
 * dictation: no key is pressed for it, and none to confirm it.
 */
export class Mouse extends Hand {
  async openTable() {
    await this.window.row('MonCabinet').click({ button: 'right' });
    await this.menuItem('Open as a Table').click();
    await this.frame.locator('.row.proof').first().waitFor();
  }

  /** Writes a text into a field, over what is in it. */
  async #fill(field, text) {
    await field.click({ clickCount: 3 });
    await this.keys.insertText(text);
  }

  async goTo(proof) {
    await this.closeMessages();
    await this.#fill(this.frame.locator('#search'), proof);
    await this.row(proof).waitFor();
  }

  /** Messages lie over the foot of the table until they are closed. */
  async closeMessages() {
    const toasts = this.page.locator('.notifications-toasts .notification-list-item');
    await this.again(
      async () => {
        await toasts
          .first()
          .hover({ timeout: 2_000 })
          .catch(() => undefined);
        await toasts
          .first()
          .locator('.codicon-notifications-clear')
          .click({ timeout: 2_000 })
          .catch(() => undefined);
      },
      async () => (await toasts.count()) === 0,
    );
  }

  async attach(proof, way, { file, lies, text }) {
    if (way === 'tree') await this.#dropOnTree(proof, file);
    else {
      await this.goTo(proof);
      if (way === 'drop') await this.#drop(this.row(proof).locator('> .c-piece'), file);
      else {
        await this.cell(proof, 'piece').getByRole('button', { name: 'Joindre' }).click();
        await this.line(way === 'lies' ? lies : ways[way]).click();
        if (text !== undefined) await this.#answer(text);
        else if (way !== 'lies') await this.#chooseFile(file);
      }
    }
    if (await this.mustAgree(proof)) await this.agree.click();
  }

  async #answer(text) {
    await this.page.locator('.quick-input-titlebar .codicon-check').waitFor();
    await this.#fill(this.question, text);
    await this.page.locator('.quick-input-titlebar .codicon-check').click();
  }

  /** Through the folders of the dialog, from that of the dossier. */
  async #chooseFile(file) {
    await this.dialog('Joindre');
    for (const name of ['..', 'captures', basename(file)]) {
      const line = this.line(name);
      // A folder is listed once it is read, and its foot is scrolled to.
      await this.again(
        async () => {
          await this.page.locator('.quick-input-list .monaco-list-row').first().hover();
          await this.page.mouse.wheel(0, 200);
          await line.waitFor({ timeout: 2_000 }).catch(() => undefined);
        },
        async () => {
          await line.waitFor({ timeout: 2_000 }).catch(() => undefined);
          return line.isVisible();
        },
        30,
      );
      await line.click();
    }
    await this.page.locator('.quick-input-list').waitFor({ state: 'hidden' });
  }

  /** As from outside the window: with its bytes and without a path. */
  async #drop(target, file) {
    const transfer = await target.evaluateHandle(
      (_, [name, content]) => {
        const { atob, DataTransfer, File } = globalThis;
        const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], name));
        return data;
      },
      [basename(file), readFileSync(file).toString('base64')],
    );
    const place = await target.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { clientX: x + width / 2, clientY: y + height / 2 };
    });
    for (const type of ['dragenter', 'dragover', 'drop'])
      await target.dispatchEvent(type, { ...place, dataTransfer: transfer, bubbles: true, cancelable: true });
  }

  async #dropOnTree(proof, file) {
    await this.goTo(proof);
    const chapter = await this.frame.locator('.row.group .label strong').first().innerText();
    const above = [];
    for (const column of ['requirement', 'scenario'])
      above.push(await this.cell(proof, column).locator('code').innerText());
    await this.#foldTree();
    for (const text of ['MonCabinet', chapter, ...new Set(above)]) {
      await this.#scrollTreeTo(text);
      await this.window.unfold(text);
    }
    await this.#scrollTreeTo(proof);
    await this.#drop(this.window.row(proof), file);
  }

  /** What was unfolded before would have to be scrolled past. */
  async #foldTree() {
    const pane = this.page.locator('.pane', { has: this.page.locator('.pane-body') }).first();
    await pane.hover();
    await pane.locator('.codicon-collapse-all, .codicon-tree-view-collapse-all').first().click();
    await this.page.waitForFunction(
      () => document.querySelectorAll('.pane-body')[0].querySelectorAll('.monaco-list-row').length === 1,
    );
  }

  /** The rows of the tree that are not in sight are not there. A wheel may turn further than the tree is drawn: at its end, again. */
  async #scrollTreeTo(text) {
    const pane = this.page.locator('.pane-body').first();
    await pane.hover();
    const row = this.window.row(text);
    let last = '';
    await this.again(
      async () => {
        const now = (await pane.locator('.monaco-list-row').allInnerTexts()).join();
        await this.page.mouse.wheel(0, now === last ? -100_000 : 100);
        last = now;
        await row.waitFor({ timeout: 1_000 }).catch(() => undefined);
      },
      () => row.isVisible(),
      200,
    );
    await row.scrollIntoViewIfNeeded();
  }

  async menuOf(proof, item) {
    await this.cell(proof, 'state').click({ button: 'right' });
    const line = this.menuItem(item);
    await line.waitFor();
    // A menu that has only just come takes no click yet: it may be the one that brought it.
    await this.again(
      async () => {
        await line.click({ timeout: 3_000 }).catch(() => undefined);
        await line.waitFor({ state: 'hidden', timeout: 3_000 }).catch(() => undefined);
      },
      async () => !(await line.isVisible()),
    );
  }

  async review(proof, verdict, by) {
    await this.goTo(proof);
    await this.cell(proof, 'review').dblclick();
    const form = this.frame.locator('.editing.form');
    await form.locator('select').selectOption(verdict);
    await this.#fill(form.locator('input').first(), by);
    await this.cell(proof, 'proof').click();
    await this.cell(proof, 'review')
      .getByText(new RegExp(`^${verdict}, ${by}, `))
      .waitFor();
  }

  async setAside(proof, entry, why) {
    await this.goTo(proof);
    await this.menuOf(proof, 'Not Applicable');
    await this.#chooseEntry(entry);
    await this.#answer(why);
  }

  /** By the button of the message that says that it is set aside; else by that of the fiche. */
  async attachDeclaration(proof, entry, path) {
    await this.cell(proof, 'state').getByText('non applicable').waitFor();
    if (entry.scenario === undefined) {
      // A message goes after a while; the menu leads to the same.
      const offered = this.page.locator('.notifications-toasts').getByText('Joindre la déclaration…');
      const isTaken = await offered.click({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (!isTaken) {
        await this.menuOf(proof, 'Not Applicable');
        await this.#chooseEntry(entry);
      }
    } else {
      await this.closeMessages();
      await this.menuOf(proof, 'Show the fiche');
      const fiche = await this.#fiche(entry.requirement);
      await fiche.getByRole('button', { name: /^Joindre la déclaration/ }).click();
      await this.#chooseEntry(entry);
    }
    await this.#chooseFile(path);
    // The fiche takes room from the table.
    const hide = this.page.locator(
      '.part.panel .action-label:is([aria-label^="Hide Panel"], [aria-label^="Close Panel"])',
    );
    if (await hide.first().isVisible()) await hide.first().click();
  }

  async #chooseEntry({ requirement, scenario }) {
    await this.line(scenario ? `Seulement le scénario ${scenario}` : `Toute l’exigence ${requirement}`).click();
  }

  async #fiche(heading) {
    for (;;) {
      for (const frame of this.page.frames()) {
        const title = frame.locator('#page header h1', { hasText: heading });
        // A frame may go while it is asked.
        if ((await title.count().catch(() => 0)) > 0) return frame;
      }
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  async ungroup() {
    await this.#showAll();
    await this.frame.getByLabel('Grouper').selectOption('none');
    await this.frame.locator('.row.group').first().waitFor({ state: 'detached' });
  }

  async #showAll() {
    const clear = this.frame.locator('.chips').getByRole('button', { name: 'Effacer les filtres' });
    if (await clear.isVisible()) await clear.click();
    await this.frame.locator('.chips').waitFor({ state: 'detached' });
  }

  async assign(from, count, person) {
    await this.goTo(from);
    await this.cell(from, 'state').click();
    await this.#showAll();
    // The line stays the active one, and in sight; its column is scrolled to.
    await this.cell(from, 'responsible').scrollIntoViewIfNeeded();
    // The last line has to be in sight too.
    await this.cell(from, 'responsible').hover();
    const isAbove = async () => (await this.cell(from, 'responsible').boundingBox()).y < 400;
    await this.again(async () => {
      await this.page.mouse.wheel(0, 100);
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }, isAbove);
    const top = await this.cell(from, 'responsible').boundingBox();
    await this.page.mouse.move(top.x + 10, top.y + top.height / 2);
    await this.page.mouse.down();
    const write = this.frame.getByRole('button', { name: `Écrire dans ${count} lignes…` });
    await this.page.mouse.move(top.x + 12, top.y + top.height * (count - 0.5), { steps: count * 3 });
    await this.page.mouse.up();
    await write.click();
    await this.#fill(this.frame.locator('.editing input'), person);
    await this.frame.getByRole('button', { name: new RegExp(`^Écrire dans ${count} lignes \\(`) }).click();
    await this.cell(from, 'responsible').getByText(person).waitFor();
  }

  async filterByPerson(person, count) {
    await this.frame.getByRole('button', { name: 'Actions de la colonne Responsable' }).click();
    await this.#fill(this.frame.locator('dialog.popup').getByLabel('Contient'), person);
    await this.frame.locator('dialog.popup').getByRole('button', { name: 'Fermer' }).click();
    await this.counted(count);
  }

  async printScript(person) {
    await this.frame.getByRole('button', { name: 'Imprimer…' }).click();
    await this.line('Feuille de tournage').click();
    await this.line(person).click();
    await this.line('HTML').click();
    const write = this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK', exact: true });
    await write.waitFor();
    await this.page.waitForFunction(() => {
      const input = document.querySelector('.quick-input-widget input');
      return input.value.endsWith('.html') && document.querySelector('.quick-input-progress.active') === null;
    });
    await write.click();
  }

  async clearFilters() {
    await this.closeMessages();
    await this.#showAll();
  }

  /** By the button of the table: it saves the manifest and its fragments. */
  async save() {
    const button = this.frame.getByRole('button', { name: 'Enregistrer (Ctrl+S)', exact: true });
    await this.frame.locator('.turn [aria-disabled=false]').waitFor();
    await button.click();
    await this.frame.locator('.turn [aria-disabled=true]').waitFor();
    await this.page.waitForFunction(() => !document.querySelector('.tab.dirty'));
  }

  async undo(times, done) {
    await this.closeMessages();
    const button = this.frame.getByRole('button', { name: 'Annuler (Ctrl+Z)' });
    for (let left = times; left > 0; left -= 1) await button.click();
    await done();
  }
}
