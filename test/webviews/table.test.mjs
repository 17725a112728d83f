// The page of the table of proofs in a real browser, with the extension's side played by the tests.
import assert from 'node:assert/strict';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { madeUpTable, tableMessage } from './made-up-table.mjs';
import { sharedWebviews } from './shared-webviews.mjs';

const { tableWords } = await importTypeScript('client/table/table-words.ts');
const start = (locale = 'fr') => ({ locale, words: tableWords[locale] });

describe('the page of the table of proofs', function () {
  this.timeout(60_000);
  /** @type {import('./webview-page.mjs').Webviews} */
  let webviews;
  let view;

  before(async () => {
    webviews = await sharedWebviews();
  });
  afterEach(async () => {
    const problems = view && [...view.errors, ...(await view.violations())];
    await view?.close();
    view = undefined;
    assert.deepEqual(problems ?? [], []);
  });

  async function open(count = 30, { message = {}, ...options } = {}) {
    view = await webviews.open({ name: 'table', start: start(), ...options });
    await view.tell(tableMessage(madeUpTable(count), message));
    await view.page.locator('.row.proof').first().waitFor();
    return view.page;
  }

  const cell = (page, row, column) => page.locator(`[data-row="row-${row}"]:not(.more) > .c-${column}`);
  /** The cell that has the keyboard: `row-3 date`. */
  const focused = (page) =>
    page.evaluate(() => {
      const at = document.activeElement?.closest('.cell');
      return at && `${at.parentElement?.dataset.row ?? 'group'} ${at.dataset.column ?? ''}`.trim();
    });
  const press = async (page, ...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  for (const theme of ['dark', 'light', 'contrast'])
    for (const locale of ['fr', 'en'])
      it(`has nothing that axe finds wrong, ${theme}, ${locale}`, async () => {
        const page = await open(60, { theme, start: start(locale) });
        assert.deepEqual(await view.accessibilityProblems(), []);
        await cell(page, 0, 'findings').click({ position: { x: 3, y: 3 } });
        await press(page, 'Enter');
        await page.locator('dialog[open]').waitFor();
        assert.deepEqual(await view.accessibilityProblems(), []);
        await press(page, 'Escape');
        await cell(page, 0, 'state').click();
        await press(page, 'Alt+ArrowDown');
        await page.locator('dialog[open]').waitFor();
        assert.deepEqual(await view.accessibilityProblems(), []);
        await press(page, 'Escape');
        await cell(page, 0, 'review').click();
        await press(page, 'F2');
        await page.locator('.editing').waitFor();
        assert.deepEqual(await view.accessibilityProblems(), []);
      });

  it('gives the next key to the active cell when nothing of the page has the keyboard', async () => {
    const page = await open(30);
    await cell(page, 2, 'date').click();
    await page.evaluate(() => document.activeElement?.blur());
    assert.equal(await focused(page), null);
    await press(page, 'ArrowRight');
    assert.equal(await focused(page), 'row-2 version');
  });

  it('takes in what changed, keeps a cell that is open, and asks for the whole where it has another table', async () => {
    const page = await open(30);
    const { rows, kind, ...head } = madeUpTable(30);
    assert.equal(kind, 'table');
    const row = { ...rows[3], pieces: [{ ...rows[3].pieces[0], note: 'relire' }] };
    const { pictures, me, today, views } = tableMessage({ rows: [row] });
    const changes = {
      kind: 'changes',
      since: '1',
      head: { ...head, revision: '2', label: 'AutreNom' },
      changed: [{ at: 3, row }],
      moved: [{ first: 4, count: 26, lines: 1 }],
    };
    const told = { kind: 'changes', changes, pictures, me, today, views };
    await cell(page, 5, 'comment').click();
    await press(page, 'F2');
    await page.keyboard.type('en cours');
    await view.tell(told);
    await cell(page, 3, 'note').getByText('relire').waitFor();
    assert.equal(await page.locator('.editor').inputValue(), 'en cours');
    await press(page, 'Escape');
    await cell(page, 5, 'state').click();
    await press(page, 'Enter');
    const { place } = await view.sent('openPlace');
    assert.equal(place.range.start.line, (rows[5].pieces[0]?.place ?? rows[5].place).range.start.line + 1);
    await view.page.evaluate(() => (window.sent = []));
    // For revision 1 again, which is shown no more.
    await view.tell({ ...told, changes: { ...changes, head: { ...head, revision: '3' } } });
    await view.sent('ready');
  });

  it('saves what is changed in its own file or another, by a button that stays where the keyboard is', async () => {
    const page = await open(30);
    const save = page.getByRole('button', { name: 'Enregistrer (Ctrl+S)', exact: true });
    assert.equal(await save.getAttribute('aria-disabled'), 'true');
    await save.click({ force: true });
    await view.tell({ kind: 'unsaved', own: true, others: [] });
    await page.waitForFunction(() => document.querySelector('.turn [aria-disabled=true]') === null);
    assert.deepEqual(await view.accessibilityProblems(), []);
    assert.equal(await page.evaluate(() => window.sent.filter(({ kind }) => kind === 'run').length), 0);
    await save.focus();
    await press(page, 'Enter');
    assert.deepEqual(await view.sent('run'), { kind: 'run', what: 'saveAll' });
    await view.tell({ kind: 'unsaved', own: false, others: ['vu.preuves.yaml'] });
    await page.getByText('À enregistrer aussi : vu.preuves.yaml').waitFor();
    assert.equal(await save.getAttribute('aria-disabled'), 'false');
    await view.tell({ kind: 'unsaved', own: false, others: [] });
    await page.getByText('À enregistrer aussi').waitFor({ state: 'detached' });
    assert.equal(await save.getAttribute('aria-disabled'), 'true');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Enregistrer (Ctrl+S)');
  });

  it('is usable at twice the size', async () => {
    const page = await open(30, { zoom: 2, width: 1280, height: 720 });
    assert.deepEqual(await view.accessibilityProblems(), []);
    await cell(page, 0, 'state').click();
    await press(page, 'End');
    assert.equal(await focused(page), 'row-0 examined');
    const box = await cell(page, 0, 'examined').boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 641, JSON.stringify(box));
  });

  it('says what it waits for, what failed, and that there is nothing, each with a way out', async () => {
    view = await webviews.open({ name: 'table', start: start() });
    await view.page.getByText('Lecture du dossier…').waitFor();
    await view.tell({ kind: 'failed', message: 'Le serveur est arrêté.', canRestart: true });
    await view.page.getByRole('alert').getByText('Le serveur est arrêté.').waitFor();
    assert.deepEqual(await view.accessibilityProblems(), []);
    await view.page.getByRole('button', { name: 'Réessayer' }).click();
    assert.deepEqual(await view.sent('run'), { kind: 'run', what: 'retry' });
    await view.tell(tableMessage(madeUpTable(0)));
    await view.page.getByRole('button', { name: 'Ouvrir le texte' }).click();
    assert.deepEqual(await view.sent('run'), { kind: 'run', what: 'asText' });
    assert.deepEqual(await view.accessibilityProblems(), []);
  });

  it('draws the rows in sight only, and says how many there are', async () => {
    const page = await open(450);
    assert.ok((await page.locator('.row').count()) < 60);
    // 450 proofs of which every fifth has two pieces, 45 chapters, the head.
    assert.equal(await page.getByRole('treegrid').getAttribute('aria-rowcount'), String(450 + 90 + 45 + 1));
    await cell(page, 0, 'date').click();
    await press(page, 'Control+End');
    await page.waitForFunction(() => document.activeElement?.parentElement?.dataset.row === 'row-449');
    assert.deepEqual(await view.accessibilityProblems(), []);
  });

  it('goes from cell to cell with the keys of a spreadsheet', async () => {
    const page = await open();
    await cell(page, 0, 'state').click();
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowDown');
    assert.equal(await focused(page), 'row-1 scenario');
    await press(page, 'End');
    assert.equal(await focused(page), 'row-1 examined');
    await press(page, 'Home', 'Tab', 'Tab', 'Shift+Tab');
    assert.equal(await focused(page), 'row-1 requirement');
    await press(page, 'Control+Home');
    assert.equal(await focused(page), 'group');
    await press(page, 'ArrowLeft');
    await cell(page, 0, 'state').waitFor({ state: 'detached' });
    assert.equal(await focused(page), 'group');
    await press(page, 'ArrowRight');
    await cell(page, 0, 'state').waitFor();
    await press(page, 'Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  });

  it('writes what is typed, as one edit, and goes down', async () => {
    const page = await open();
    await cell(page, 0, 'date').click();
    await page.keyboard.type('2026-11-02');
    await press(page, 'Enter');
    const { edit, cells } = await view.sent('edit');
    assert.deepEqual(cells, [
      { kind: 'piece', slot: madeUpTable(1).rows[0].slot, piece: 0, field: 'date', value: '2026-11-02' },
    ]);
    assert.equal(await focused(page), 'row-1 date');
    assert.equal(await cell(page, 0, 'date').innerText(), '2026-11-02');
    await view.tell({ kind: 'written', edit });
    await page.getByText('1 cellule écrite').waitFor({ state: 'attached' });
  });

  it('types a space as any character, and scrolls nowhere for it', async () => {
    const page = await open(60);
    await cell(page, 0, 'state').click();
    await press(page, ' ');
    await cell(page, 0, 'comment').click();
    await page.keyboard.type(' vu');
    assert.equal(await page.locator('.editor').inputValue(), ' vu');
    assert.equal(await page.locator('.grid').evaluate(({ scrollTop }) => scrollTop), 0);
  });

  it('keeps what was refused in the cell, with why, to be mended', async () => {
    const page = await open();
    await cell(page, 0, 'version').click();
    await press(page, 'F2');
    await page.keyboard.type('13');
    await press(page, 'Tab');
    assert.equal(await focused(page), 'row-0 review');
    const { edit } = await view.sent('edit');
    await view.tell({ kind: 'refused', edit, message: '', cells: [{ cell: 0, message: 'Version inconnue.' }] });
    await page.locator('[aria-invalid=true]').waitFor();
    assert.equal(await cell(page, 0, 'version').getAttribute('title'), 'Version inconnue.');
    assert.equal(await cell(page, 0, 'version').locator('.text').innerText(), '13');
    await cell(page, 0, 'version').click();
    await press(page, 'Enter');
    assert.equal(await page.locator('.editor').inputValue(), '13');
    await press(page, 'Escape');
    assert.equal(await focused(page), 'row-0 version');
    assert.deepEqual(await view.allSent('edit'), []);
  });

  it('leaves what is typed wrong in the cell without sending it', async () => {
    const page = await open();
    await cell(page, 0, 'due').click();
    await page.keyboard.type('demain');
    await press(page, 'Enter');
    await page.getByText('Une date s’écrit AAAA-MM-JJ.', { exact: false }).waitFor();
    assert.deepEqual(await view.allSent('edit'), []);
  });

  it('leaves undo and the selection of all to the open cell, and asks the extension for it everywhere else', async () => {
    const page = await open();
    await page.evaluate(() => {
      window.forwarded = [];
      window.addEventListener(
        'keydown',
        ({ key, ctrlKey }) => ctrlKey && key.length === 1 && window.forwarded.push(key),
      );
    });
    await cell(page, 0, 'comment').click();
    await press(page, 'Control+z');
    await view.sent('undo');
    await press(page, 'Control+Shift+Z');
    await view.sent('redo');
    await page.keyboard.type('abc');
    await press(page, 'Control+z', 'Control+a', 'Control+s');
    assert.deepEqual(await view.allSent('undo'), []);
    assert.deepEqual(await page.evaluate(() => window.forwarded), ['s']);
  });

  it('writes a value into all that is selected, with groups stepped over', async () => {
    const page = await open();
    await cell(page, 8, 'responsible').click();
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await page.keyboard.type('CD');
    await press(page, 'Control+Enter');
    const { cells } = await view.sent('edit');
    assert.deepEqual(
      cells.map(({ slot, field, value }) => [slot.proof, field, value]),
      [8, 9, 10].flatMap((row) => [[madeUpTable(20).rows[row].slot.proof, 'responsable', 'CD']]).slice(0, cells.length),
    );
    assert.ok(cells.length >= 2);
  });

  it('lets the mouse alone write into all that is selected, undo and redo', async () => {
    const page = await open();
    const write = page.locator('#write-selection');
    await cell(page, 1, 'responsible').click();
    assert.equal(await write.isDisabled(), true, 'one cell is written by a double click');
    const [from, to] = await Promise.all([1, 3].map((row) => cell(page, row, 'responsible').boundingBox()));
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Écrire dans 3 lignes…' }).click();
    await page.locator('.editing input').fill('');
    await page.keyboard.insertText('Équipe DMP');
    await page.getByRole('button', { name: 'Écrire dans 3 lignes (Ctrl+Entrée)' }).click();
    const { cells } = await view.sent('edit');
    assert.deepEqual(
      cells.map(({ slot, field, value }) => [slot.proof, field, value]),
      [1, 2, 3].map((row) => [madeUpTable(20).rows[row].slot.proof, 'responsable', 'Équipe DMP']),
    );
    await page.locator('.editing').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Annuler' }).click();
    await view.sent('undo');
    await page.getByRole('button', { name: 'Rétablir' }).click();
    await view.sent('redo');
    await cell(page, 1, 'state').click();
    assert.equal(await write.isDisabled(), true, 'nothing is written in a state');
  });

  it('scrolls while a selection is dragged past an edge, for as long as the mouse stays there, and back', async () => {
    const page = await open(450);
    const grid = page.getByRole('treegrid');
    const box = await grid.boundingBox();
    const scrolled = () => grid.evaluate(({ scrollLeft, scrollTop }) => ({ left: scrollLeft, top: scrollTop }));
    const drawn = () =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const start = await cell(page, 1, 'version').boundingBox();
    await page.mouse.move(start.x + 20, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, box.y + box.height + 60, { steps: 3 });
    // The mouse rests, rows go on.
    await page.waitForFunction(() => document.querySelector('.grid').scrollTop > 1000);
    assert.equal((await scrolled()).left, 0, 'the column is in sight');
    await page.mouse.move(start.x + 20, box.y + box.height / 2);
    const { top } = await scrolled();
    await drawn();
    assert.equal((await scrolled()).top, top, 'inside, nothing scrolls');
    const selected = await page.evaluate(() => document.querySelectorAll('[aria-selected=true].c-version').length);
    assert.ok(selected > 10, `${selected} of the cells in sight are selected`);
    // As far right as it goes, then back past the columns that stay.
    await page.mouse.move(box.x + box.width + 80, box.y + box.height / 2, { steps: 3 });
    await page.waitForFunction(() => {
      const at = document.querySelector('.grid');
      return at.scrollLeft + at.clientWidth >= at.scrollWidth - 1;
    });
    assert.match(await focused(page), / examined$/);
    await page.mouse.move(box.x + 30, box.y + box.height / 2, { steps: 3 });
    await page.waitForFunction(() => document.querySelector('.grid').scrollLeft === 0);
    await page.mouse.move(box.x + 30, box.y - 60, { steps: 3 });
    await page.waitForFunction(() => document.querySelector('.grid').scrollTop === 0);
    await page.mouse.up();
    assert.equal(await focused(page), 'row-0 state', 'the first line is the head of a group');
    await page.mouse.move(box.x + 300, box.y + box.height + 60, { steps: 3 });
    await drawn();
    assert.deepEqual(await scrolled(), { left: 0, top: 0 }, 'the button is let go');
  });

  it('selects down a column that stays without scrolling to a side, and writes what a drag took far below', async () => {
    const page = await open(450, { width: 900 });
    const grid = page.getByRole('treegrid');
    const box = await grid.boundingBox();
    await cell(page, 1, 'responsible').scrollIntoViewIfNeeded();
    const left = await grid.evaluate(({ scrollLeft }) => scrollLeft);
    assert.ok(left > 0);
    const state = await cell(page, 1, 'state').boundingBox();
    await page.mouse.move(state.x + 20, state.y + 10);
    await page.mouse.down();
    await page.mouse.move(state.x + 20, box.y + box.height + 30, { steps: 3 });
    await page.waitForFunction(() => document.querySelector('.grid').scrollTop > 1000);
    await page.mouse.up();
    assert.equal(await grid.evaluate(({ scrollLeft }) => scrollLeft), left);
    await press(page, 'Control+Home');
    await cell(page, 1, 'responsible').scrollIntoViewIfNeeded();
    const at = await cell(page, 1, 'responsible').boundingBox();
    await page.mouse.move(at.x + 20, at.y + 10);
    await page.mouse.down();
    await page.mouse.move(at.x + 20, box.y + box.height + 30, { steps: 3 });
    await page.waitForFunction(() => document.querySelector('.grid').scrollTop > 1500);
    await page.mouse.up();
    await page.locator('#write-selection').click();
    await page.locator('.editing input').fill('Zoé');
    await press(page, 'Control+Enter');
    const { cells } = await view.sent('edit');
    assert.ok(cells.length > 30, String(cells.length));
    // Every row from the first to the last, the ones that were never in sight too.
    const wanted = madeUpTable(450).rows.slice(1, 1 + cells.length);
    assert.deepEqual(
      cells.map(({ slot }) => slot),
      wanted.map(({ slot }) => slot),
    );
  });

  it('stands in one line of tools in a window of 1280 pixels, in two at twice the size, and never one over another', async () => {
    const page = await open(450);
    // The last one is 1240 at twice the size.
    for (const [width, lines] of [
      [1240, 1],
      [925, 1],
      [620, 2],
    ]) {
      await page.setViewportSize({ width, height: 700 });
      const boxes = await page.locator('.tools').evaluate((tools) =>
        [...tools.querySelectorAll('input, .shown, select, button')].map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return { left, right, top, bottom, isCut: one.scrollWidth > one.clientWidth + 2 && one.tagName !== 'INPUT' };
        }),
      );
      const rows = new Set(boxes.map(({ top, bottom }) => Math.round((top + bottom) / 2 / 12)));
      assert.ok(rows.size <= lines, `${width}: ${rows.size} lines of tools`);
      for (const [index, one] of boxes.entries()) {
        assert.ok(!one.isCut && one.left >= 0 && one.right <= width, JSON.stringify(one));
        for (const other of boxes.slice(index + 1))
          assert.ok(
            one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top,
            `${JSON.stringify(one)} ${JSON.stringify(other)}`,
          );
      }
    }
  });

  it('shows the text of conformity of a scenario when it is asked for, and writes one text for all its rows', async () => {
    const page = await open(30);
    assert.equal(await page.locator('[role=columnheader].c-conformity').count(), 0);
    await page.getByRole('button', { name: 'Affichage' }).click();
    await page.getByLabel('Texte de conformité (scénario)').check();
    await page.getByRole('button', { name: 'Fermer' }).click();
    // Rows 0 to 2 are of one scenario, 3 of another; row 1 has a line for a second piece.
    await cell(page, 0, 'conformity').click();
    await press(page, 'F2');
    await page.keyboard.type('Il appelle INSi.');
    await press(page, 'Enter');
    const { edit, cells } = await view.sent('edit');
    const { slot } = madeUpTable(30).rows[0];
    assert.deepEqual(cells, [
      { kind: 'entry', slot, level: 'scenario', field: 'conformite.texte', value: 'Il appelle INSi.' },
    ]);
    await view.tell({ kind: 'written', edit });
    await cell(page, 0, 'conformity').click();
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'Un\nDeux\n\nUn\nTrois');
    await press(page, 'Control+v');
    const pasted = await view.sent('edit');
    assert.deepEqual(
      pasted.cells.map(({ value }) => value),
      ['Un', 'Un', 'Trois'],
    );
    // The second row says another text for the same scenario: it stays there, with why.
    assert.match(await cell(page, 1, 'conformity').getAttribute('title'), /Une autre ligne du même scénario/);
    assert.deepEqual(await view.accessibilityProblems(), []);
  });

  it('opens the cell that is clicked twice, also one that is half out of sight', async () => {
    const page = await open(30, { width: 1340 });
    const { x, y } = await cell(page, 0, 'review').boundingBox();
    assert.ok(x < 1310 && x + 150 > 1340, `the review is half out of sight: ${x}`);
    await page.mouse.dblclick(x + 20, y + 10);
    await page.locator('.c-review .editing.form').waitFor();
  });

  it('keeps what is typed in an open cell in which a word is taken by two clicks', async () => {
    const page = await open();
    await cell(page, 0, 'review').dblclick();
    const form = page.locator('.editing.form');
    await form.locator('select').selectOption('suffisante');
    await form.locator('input').first().dblclick();
    await page.keyboard.insertText('Zoé');
    await cell(page, 0, 'state').click();
    const { cells } = await view.sent('edit');
    assert.equal(cells[0].avis, 'suffisante');
    assert.match(cells[0].par, /Zoé$/);
  });

  it('tabs from the field to the button that writes all, which Enter presses', async () => {
    const page = await open();
    await cell(page, 2, 'responsible').click();
    await press(page, 'Shift+ArrowDown', 'F2');
    await page.keyboard.type('CD');
    await press(page, 'Tab', 'Enter');
    assert.equal((await view.sent('edit')).cells.length, 2);
    assert.equal(await focused(page), 'row-3 responsible');
  });

  it('fills down what a team decides, and no fact about a piece', async () => {
    const page = await open();
    await cell(page, 0, 'date').click();
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    assert.deepEqual(await view.allSent('edit'), []);
    await cell(page, 0, 'responsible').click();
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    const { cells } = await view.sent('edit');
    assert.ok(cells.every(({ kind, field, value }) => kind === 'follow' && field === 'responsable' && value === 'AM'));
  });

  it('prints what is shown: nobody in particular, or whom and what the search leaves', async () => {
    const page = await open();
    const print = page.getByRole('button', { name: 'Imprimer…' });
    await print.click();
    assert.deepEqual(await view.sent('handOut'), { kind: 'handOut' });
    const { rows } = madeUpTable(30);
    const [row] = rows.filter(({ follow }) => follow.responsible);
    await page.locator('#search').fill(row.proof.id);
    await print.click();
    const { person, chapter } = await view.sent('handOut');
    assert.deepEqual([person, chapter], [row.follow.responsible, row.chapter]);
  });

  it('copies cells for a spreadsheet, and takes them from one', async () => {
    const page = await open();
    await cell(page, 0, 'date').click();
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, '2026-10-12\t12.4.0\r\n2026-10-12\t12.4.0');
    await page.evaluate(() => navigator.clipboard.writeText('03/11/2026\t13.0\r\n2026-11-04\t"13\n.1"\r\n'));
    await press(page, 'Control+v');
    const { cells } = await view.sent('edit');
    assert.deepEqual(
      cells.map(({ field, value }) => [field, value]),
      [
        ['date', '2026-11-03'],
        ['version', '13.0'],
        ['date', '2026-11-04'],
        ['version', '13\n.1'],
      ],
    );
  });

  it('empties cells, and takes citations away', async () => {
    const page = await open();
    await cell(page, 0, 'version').click();
    await press(page, 'Delete');
    assert.deepEqual((await view.sent('edit')).cells[0].value, '');
    await cell(page, 0, 'piece').click({ position: { x: 3, y: 3 } });
    await press(page, 'Delete');
    const removal = await view.sent('edit');
    assert.deepEqual(
      removal.cells.map(({ kind, piece }) => [kind, piece]),
      [['removePiece', 0]],
    );
    const told = page.locator('.spoken.seen');
    await told.getByText('Citation retirée').waitFor();
    await view.tell({ kind: 'written', edit: removal.edit });
    await view.tell({ kind: 'flush', flush: 1 });
    await view.sent('flushed');
    assert.match(await told.innerText(), /Citation retirée/);
  });

  it('tells something at its foot for a while, whatever is said meanwhile', async () => {
    const page = await open();
    await page.clock.install();
    await cell(page, 0, 'piece').click({ position: { x: 3, y: 3 } });
    await press(page, 'Delete');
    const { edit } = await view.sent('edit');
    await view.tell({ kind: 'refused', edit, message: 'le fichier est protégé.', cells: [] });
    const told = page.locator('.spoken.seen');
    await told.getByText('le fichier est protégé.').waitFor();
    await cell(page, 0, 'state').click();
    await press(page, 'F2');
    await told.getByText('Cette cellule ne se modifie pas ici.').waitFor();
    await page.clock.runFor(6000);
    await told.waitFor({ state: 'detached' });
  });

  it('reviews with a name and a day that are offered, never written unasked', async () => {
    const page = await open();
    await cell(page, 6, 'review').click();
    await press(page, 'F2');
    const fields = page.locator('.editing');
    assert.equal(await fields.getByLabel('Relue par').inputValue(), 'C. Durand');
    await press(page, 'Enter');
    assert.deepEqual(await view.allSent('edit'), []);
    await cell(page, 6, 'review').click();
    await press(page, 'F2');
    await fields.getByLabel('Avis').selectOption('suffisante');
    await press(page, 'Enter');
    const { cells } = await view.sent('edit');
    const [{ kind, par, le, avis }] = cells;
    assert.deepEqual([kind, par, le, avis], ['review', 'C. Durand', '2026-11-30', 'suffisante']);
  });

  it('filters by column and by words, says so, and clears it all at once', async () => {
    const page = await open(60);
    await press(page, 'Control+f');
    await page.keyboard.type('integration');
    await page.getByText('15 sur 60 preuves').first().waitFor();
    await press(page, 'Enter');
    await cell(page, 2, 'state').click();
    await press(page, 'Alt+ArrowDown');
    await page.locator('dialog').getByLabel('fournie').uncheck();
    await page.getByText('12 sur 60 preuves').first().waitFor();
    await press(page, 'Escape');
    assert.equal(await page.locator('.chip').count(), 2);
    assert.match(await page.locator('.chip').first().innerText(), /«\u00a0integration\u00a0»/);
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    await page.getByText('60 sur 60 preuves').first().waitFor();
    assert.equal(await page.locator('.chip').count(), 0);
  });

  it('sorts, and goes back to the order of the REM', async () => {
    const page = await open(30);
    await page.getByLabel('Grouper').selectOption('none');
    const title = page.locator('[role=columnheader].c-state .title');
    const first = () => page.locator('.row.proof').first().getAttribute('data-row');
    await title.click();
    assert.equal(await first(), 'row-0');
    await title.click();
    assert.equal(await page.locator('[role=columnheader].c-state').getAttribute('aria-sort'), 'descending');
    assert.equal(await first(), 'row-4');
    await title.click();
    assert.equal(await first(), 'row-0');
    assert.equal(await page.locator('[role=columnheader].c-state').getAttribute('aria-sort'), 'none');
  });

  it('keeps the look, the place and what is typed when it is loaded again', async () => {
    const page = await open(450);
    await page.getByLabel('Grouper').selectOption('state');
    await cell(page, 0, 'comment').click();
    await page.keyboard.type('pas encore écrit');
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state')).open?.text === 'pas encore écrit');
    await page.reload();
    await view.sent('ready');
    await view.tell(tableMessage(madeUpTable(450)));
    await page.locator('.editor').waitFor();
    assert.equal(await page.locator('.editor').inputValue(), 'pas encore écrit');
    assert.equal(await page.getByLabel('Grouper').inputValue(), 'state');
  });

  it('tells what is typed in an open cell when the document is saved, and keeps it open', async () => {
    const page = await open();
    await cell(page, 0, 'comment').click();
    await page.keyboard.type('vu');
    await view.tell({ kind: 'flush', flush: 7 });
    const { flush, cells } = await view.sent('flushed');
    assert.equal(flush, 7);
    assert.deepEqual(
      cells.map(({ field, value }) => [field, value]),
      [['commentaire', 'vu']],
    );
    assert.equal(await page.locator('.editor').inputValue(), 'vu');
    await press(page, 'Escape');
    await view.tell({ kind: 'flush', flush: 8 });
    assert.deepEqual((await view.sent('flushed')).cells, []);
  });

  it('does not draw over an open cell when the table changes under it', async () => {
    const page = await open();
    await cell(page, 3, 'comment').click();
    await page.keyboard.type('long');
    const table = madeUpTable(30);
    await view.tell(tableMessage({ ...table, rows: table.rows.slice(1) }));
    await page.getByText('29 sur 29 preuves').first().waitFor();
    await page.keyboard.type('ue');
    assert.equal(await page.locator('.editor').inputValue(), 'longue');
    await press(page, 'Enter');
    const { cells } = await view.sent('edit');
    assert.equal(cells[0].slot.proof, table.rows[3].slot.proof);
  });

  it('writes nothing where nothing can be written, and says why', async () => {
    const table = { ...madeUpTable(10), readOnly: 'Le texte ne se lit pas.', leftOut: ['annexe.preuves.yaml'] };
    view = await webviews.open({ name: 'table', start: start() });
    await view.tell(tableMessage(table));
    const { page } = view;
    await page.getByText('Le texte ne se lit pas.').first().waitFor();
    await page.getByText('annexe.preuves.yaml').waitFor();
    await cell(page, 0, 'date').click();
    await page.keyboard.type('2026-11-02');
    await press(page, 'Enter', 'Delete');
    assert.deepEqual(await view.allSent('edit'), []);
    assert.equal(await page.locator('.editing').count(), 0);
    assert.deepEqual(await view.accessibilityProblems(), []);
  });

  it('shows the findings of a line with what corrects them', async () => {
    const page = await open();
    await cell(page, 0, 'findings').click({ position: { x: 3, y: 3 } });
    await press(page, 'Enter');
    const { ask, finding } = await view.sent('askFixes');
    await view.tell({ kind: 'fixes', ask, titles: ['Retirer la citation'] });
    await page.getByRole('button', { name: 'Retirer la citation' }).click();
    assert.deepEqual(await view.sent('fix'), { kind: 'fix', finding, title: 'Retirer la citation' });
  });

  it('opens pieces and places with Enter, and attaches where there is no piece', async () => {
    const page = await open();
    await cell(page, 0, 'piece').click({ position: { x: 3, y: 3 } });
    await press(page, 'Enter');
    assert.equal((await view.sent('openFile')).uri, 'file:///dossier/preuves/0.png');
    await cell(page, 2, 'piece').click({ position: { x: 3, y: 3 } });
    await press(page, 'Enter');
    assert.deepEqual((await view.sent('attach')).slot, madeUpTable(3).rows[2].slot);
    await cell(page, 2, 'proof').click();
    await press(page, 'Enter');
    assert.equal((await view.sent('openPlace')).place.range.start.line, 20);
  });

  it('hands over what is dropped or pasted on a row', async () => {
    const page = await open();
    const drop = (make) =>
      cell(page, 2, 'date').evaluate((element, kind) => {
        const data = new DataTransfer();
        if (kind === 'list') data.setData('application/vnd.code.uri-list', 'file:///a.png\r\nfile:///b%20c.png');
        else data.items.add(new File([new Uint8Array([1, 2, 3])], 'écran.png', { type: 'image/png' }));
        const event = kind === 'paste' ? 'paste' : 'drop';
        element.dispatchEvent(
          event === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        );
      }, make);
    await drop('list');
    const listed = await view.sent('dropped');
    assert.equal(listed.list, 'file:///a.png\r\nfile:///b%20c.png');
    await drop('file');
    const [file] = (await view.sent('dropped')).files;
    assert.deepEqual([file.name, Object.values(file.bytes)], ['écran.png', [1, 2, 3]]);
    await cell(page, 2, 'date').click();
    await drop('paste');
    assert.deepEqual((await view.sent('dropped')).slot, madeUpTable(3).rows[2].slot);
  });

  it('gives the menu of a row what the commands ask for', async () => {
    const page = await open();
    const context = JSON.parse(await page.locator('[data-row=row-2]').getAttribute('data-vscode-context'));
    assert.equal(context.webviewSection, 'preuve');
    assert.equal(context.uri, 'file:///dossier/main.preuves.yaml');
    assert.deepEqual(context.slot, madeUpTable(3).rows[2].slot);
  });

  it('keeps looks under a name, and shows them again', async () => {
    const page = await open(60);
    await page.getByLabel('Grouper').selectOption('responsible');
    await page.getByRole('button', { name: 'Vues' }).click();
    await page.getByLabel('Nom de la vue').fill('Par personne');
    await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
    const { views } = await view.sent('saveViews');
    assert.deepEqual(
      views.map(({ name, group }) => [name, group]),
      [['Par personne', 'responsible']],
    );
    await press(page, 'Escape');
    await page.getByLabel('Grouper').selectOption('none');
    await page.getByRole('button', { name: 'Vues' }).click();
    await page.getByRole('button', { name: 'Par personne', exact: true }).click();
    assert.equal(await page.getByLabel('Grouper').inputValue(), 'responsible');
  });

  it('is worked through with the keyboard alone', async () => {
    const page = await open(12);
    await press(page, 'Tab');
    const into = async () => {
      for (let count = 0; count < 12; count += 1) {
        if ((await focused(page)) !== null) return;
        await press(page, 'Tab');
      }
      assert.fail('the grid is not reached');
    };
    await into();
    await press(page, 'Control+Home', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft');
    assert.equal(await focused(page), 'row-0 work');
    await press(page, 'F2');
    await page.locator('select.editor').waitFor();
    await press(page, 'End', 'Enter');
    assert.equal((await view.sent('edit')).cells[0].value, 'fait');
    await press(page, 'Alt+ArrowDown');
    await page.locator('dialog[open]').waitFor();
    await press(page, 'Escape');
    assert.equal(await focused(page), 'row-1 work');
  });
});
