import { readFileSync } from 'node:fs';
import { Hand } from './hand.mjs';

const columns = ['state', 'requirement', 'scenario', 'proof', 'piece', 'date', 'version', 'review', 'comment', 'note'];
const columnAt = [...columns, 'responsible'];

/** Ways to bring a piece in, by how the list of them begins. */
const ways = { file: 'Choisir un fichier', link: 'Lien', execution: 'N° d’exécution', declaration: 'Déclaration' };

/** Someone without a mouse: presses keys, and looks. */
export class Keyboard extends Hand {
  async press(...keys) {
    for (const key of keys) await this.keys.press(key);
  }

  async openTable() {
    await this.window.runCommand('Open as a Table');
    await this.frame.locator('.row.proof').first().waitFor();
    await this.frame.locator('.cell.active:focus').waitFor();
  }

  /**
   * A question that is answered faster than VS Code looks where the keyboard is leaves it at the frame around the page, where keys
   * do nothing; Tab goes into the page.
   */
  async #toSearch() {
    const search = this.frame.locator('#search:focus');
    await this.again(
      async () => {
        await this.press('Control+F');
        await search.waitFor({ timeout: 3_000 }).catch(() => this.press('Tab'));
      },
      () => search.isVisible(),
    );
  }

  /** To a cell of a proof, by the search. */
  async goTo(proof, column) {
    await this.#toSearch();
    await this.press('Control+A');
    await this.keys.type(proof);
    await this.row(proof).waitFor();
    await this.press('Enter');
    await this.frame.locator('.cell.active:focus').waitFor();
    await this.press('Control+Home');
    await this.again(
      () => this.press('ArrowDown'),
      () => this.row(proof).locator('> .active').isVisible(),
    );
    await this.press('Home');
    for (let right = columnAt.indexOf(column); right > 0; right -= 1) await this.press('ArrowRight');
    await this.row(proof).locator(`> .active.c-${column}`).waitFor();
  }

  async attach(proof, way, { file, lies, text }) {
    await this.goTo(proof, 'piece');
    if (way === 'paste') {
      await this.copyPicture(readFileSync(file).toString('base64'));
      await this.press('Control+V');
    } else {
      await this.press('Enter');
      await this.#choose(way === 'lies' ? lies : ways[way]);
      if (text === undefined) {
        if (way !== 'lies') await this.#chooseFile(file, 'Joindre');
      } else await this.#answer(text);
    }
    if (await this.mustAgree(proof)) await this.press('Enter');
  }

  /** Types the beginning of a line of a list, and takes it. */
  async #choose(text) {
    await this.line('').waitFor();
    await this.keys.type(text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
    await this.press('Enter');
  }

  async #answer(text) {
    await this.page.locator('.quick-input-message, .quick-input-titlebar').first().waitFor();
    await this.page.locator('.quick-input-list').waitFor({ state: 'hidden' });
    await this.keys.type(text);
    await this.press('Enter');
  }

  async #chooseFile(path, label) {
    await this.dialog(label);
    await this.press('Control+A');
    await this.keys.insertText(path);
    await this.page.waitForFunction((typed) => {
      const { value } = document.querySelector('.quick-input-widget input');
      return value === typed && document.querySelector('.quick-input-progress.active') === null;
    }, path);
    await this.again(
      async () => {
        await this.press('Enter');
        await this.page
          .getByRole('button', { name: label, exact: true })
          .waitFor({ state: 'hidden', timeout: 3_000 })
          .catch(() => undefined);
      },
      async () =>
        !(await this.page.locator('.quick-input-widget').getByRole('button', { name: label, exact: true }).isVisible()),
      5,
    );
  }

  async review(proof, verdict, by) {
    await this.goTo(proof, 'review');
    await this.press('F2');
    await this.frame.locator('.editing select:focus').waitFor();
    await this.keys.type(verdict.slice(0, 3));
    await this.press('Tab', 'Control+A');
    await this.keys.type(by);
    await this.press('Tab', 'Enter');
    await this.cell(proof, 'review')
      .getByText(new RegExp(`^${verdict}, ${by}, `))
      .waitFor();
  }

  async setAside(proof, entry, why) {
    await this.#notApplicable(proof, entry);
    await this.#answer(why);
  }

  async attachDeclaration(proof, entry, path) {
    await this.cell(proof, 'state').getByText('non applicable').waitFor();
    await this.#notApplicable(proof, entry);
    await this.#chooseFile(path, 'Joindre');
  }

  async #notApplicable(proof, { requirement, scenario }) {
    await this.goTo(proof, 'state');
    await this.press('Shift+F10');
    await this.menuItem('Not Applicable').waitFor();
    await this.again(
      () => this.press('ArrowDown'),
      () => this.page.locator('.monaco-menu .action-item.focused', { hasText: 'Not Applicable' }).isVisible(),
      20,
    );
    await this.press('Enter');
    await this.#choose(scenario ? `Seulement le scénario ${scenario}` : `Toute l’exigence ${requirement}`);
  }

  async ungroup() {
    await this.press('Control+Shift+L', 'Escape');
    await this.frame.locator('#search:focus').waitFor();
    await this.press('Tab');
    await this.frame.getByLabel('Grouper').press('s');
    await this.frame.locator('.row.group').first().waitFor({ state: 'detached' });
  }

  async assign(from, count, person) {
    await this.goTo(from, 'responsible');
    await this.press('Control+Shift+L');
    await this.frame.locator('.chips').waitFor({ state: 'detached' });
    await this.row(from).locator('> .active.c-responsible:focus').waitFor();
    for (let down = count; down > 1; down -= 1) await this.press('Shift+ArrowDown');
    // A capital with an accent is no key of the keyboard that types here: it would reach nothing but a field.
    await this.press('F2');
    await this.frame.locator('.editing input:focus').waitFor();
    await this.press('Control+A');
    await this.keys.type(person);
    await this.press('Control+Enter');
    await this.frame.locator('.c-responsible.active', { hasText: person }).waitFor();
  }

  async filterByPerson(person, count) {
    await this.press('Alt+ArrowDown');
    await this.frame.locator('dialog.popup').waitFor();
    const field = this.frame.locator('dialog.popup').getByLabel('Contient');
    await this.again(
      () => this.press('Tab'),
      () => field.evaluate((element) => element === element.ownerDocument.activeElement),
    );
    await this.keys.type(person);
    await this.press('Escape');
    await this.frame.locator('dialog.popup').waitFor({ state: 'hidden' });
    await this.counted(count);
  }

  async printScript(person) {
    await this.press('Escape');
    await this.frame.locator('#search:focus').waitFor();
    await this.again(
      () => this.press('Tab'),
      () => this.frame.locator('button:focus', { hasText: 'Imprimer' }).isVisible(),
    );
    await this.press('Enter');
    await this.#choose('Feuille de tournage');
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: person }).waitFor();
    await this.press('Enter');
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'HTML' }).waitFor();
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK', exact: true }).waitFor();
    await this.dialogNamed('moncabinet-feuille-de-tournage.html');
    await this.press('Enter');
  }

  async dialogNamed(name) {
    await this.page.waitForFunction((end) => {
      const input = document.querySelector('.quick-input-widget input');
      return input.value.endsWith(end) && document.querySelector('.quick-input-progress.active') === null;
    }, name);
  }

  async clearFilters() {
    await this.#toSearch();
    await this.press('Enter', 'Control+Shift+L');
    await this.frame.locator('.chips').waitFor({ state: 'detached' });
  }

  async save() {
    // What was asked for before may be made after the first save.
    await this.again(
      async () => {
        await this.press('Control+S');
        await this.page
          .waitForFunction(() => !document.querySelector('.tab.dirty'), undefined, { timeout: 5_000 })
          .catch(() => undefined);
      },
      async () => (await this.page.locator('.tab.dirty').count()) === 0,
      30,
    );
  }

  async undo(times, done) {
    for (let left = times; left > 0; left -= 1) await this.press('Control+Z');
    await done();
  }
}
