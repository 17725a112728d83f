// The page of the fiche in a real browser, with the extension's side played by the tests.
import assert from 'node:assert/strict';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { sharedWebviews } from './shared-webviews.mjs';

const { ficheWords } = await importTypeScript('client/fiche/fiche-words.ts');
const { shownFiche } = await importTypeScript('test/kit/shown-fiche.ts');
const start = (locale = 'fr') => ({ locale, words: ficheWords[locale] });
const picture = 'file:///dossier/preuves/capture.png';
const pictures = { [picture]: 'https://pages.test/pictures/capture.svg' };

describe('the page of the fiche', function () {
  this.timeout(20_000);
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

  const message = (fiche, more = {}) => ({ kind: 'fiche', fiche, pictures, me: 'BL', pinned: false, ...more });
  async function open({ locale = 'fr', fiche, ...options } = {}) {
    view = await webviews.open({ name: 'fiche', start: start(locale), width: 900, height: 1200, ...options });
    const shown = fiche ?? (await shownFiche(locale));
    await view.tell(message(shown));
    await view.page.locator('h1').waitFor();
    return { page: view.page, fiche: shown };
  }
  const comment = (page) => page.getByLabel('Commentaire pour l’instructeur, preuves/capture.png');

  for (const theme of ['dark', 'light', 'contrast'])
    for (const locale of ['fr', 'en'])
      it(`has nothing that axe finds wrong, ${theme}, ${locale}`, async () => {
        const { page } = await open({ theme, locale });
        await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
        assert.deepEqual(await view.accessibilityProblems(), []);
      });

  it('is usable in a narrow view at 200 %', async () => {
    const { page } = await open({ zoom: 2, width: 640, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide`);
  });

  it('names what former revisions cited and the proof does not cite any more, of this fiche alone', async () => {
    const { page, fiche } = await open();
    const [proof] = fiche.scenarios.flatMap(({ proofs }) => proofs);
    const gone = { kind: 'file', label: 'preuves/ancienne.png', on: '2026-10-02', revision: 'abc1234' };
    const cited = { ...gone, label: proof.pieces[0].label };
    const told = { kind: 'former', uri: fiche.uri, key: fiche.key, proofs: { [proof.key]: [gone, cited] } };
    await view.tell({ ...told, key: 'autre' });
    await view.tell({ kind: 'unsaved', names: ['vu.preuves.yaml'] });
    await page.getByText('vu.preuves.yaml').waitFor();
    assert.equal(await page.locator('.former').count(), 0);
    await view.tell(told);
    await page.getByText('Une pièce citée auparavant, selon git').click();
    await page.getByText('preuves/ancienne.png, encore citée dans l’enregistrement du 2026-10-02 (abc1234)').waitFor();
    assert.equal(await page.locator('.former li').count(), 1);
    assert.deepEqual(await view.accessibilityProblems(), []);
  });

  it('says that it reads, that there is nothing, and why it failed', async () => {
    view = await webviews.open({ name: 'fiche', start: start() });
    const { page } = view;
    await page.getByText('Lecture du dossier…').waitFor();
    await view.tell({ kind: 'nothing', message: 'Choisissez une exigence.' });
    await page.getByText('Choisissez une exigence.').waitFor();
    await view.tell({ kind: 'failed', message: 'Le serveur s’est arrêté.', canRestart: true });
    await page.getByRole('alert').getByText('Le serveur s’est arrêté.').waitFor();
    assert.deepEqual(await view.accessibilityProblems(), []);
    await page.getByRole('button', { name: 'Redémarrer' }).click();
    assert.equal((await view.sent('run')).what, 'restart');
  });

  it('ticks steps by the keyboard, one after the other, before the first is written', async () => {
    const { page } = await open();
    const step = (name) => page.getByRole('region', { name: 'A.01.01', exact: true }).getByRole('checkbox', { name });
    assert.equal(await step(/Étape 1/).isChecked(), true);
    await step(/Étape 2/).focus();
    await page.keyboard.press('Space');
    await step(/Étape 3/).focus();
    await page.keyboard.press('Space');
    const slot = { proof: 'A.01.01', scenario: 'A.01.01', requirement: 'A.01' };
    assert.deepEqual((await view.sent('edit')).cells, [{ kind: 'steps', slot, done: [1, 2] }]);
    const second = await view.sent('edit');
    assert.deepEqual(second.cells, [{ kind: 'steps', slot, done: [1, 2, 3] }]);
    await page.getByText('3 sur 3 étapes faites').waitFor();
    // Refused: what is in the manifest shows again.
    await view.tell({ kind: 'refused', edit: second.edit, message: 'parce que' });
    await page.getByText('1 sur 3 étapes faites').waitFor();
    await page.getByRole('status').getByText('Rien n’a été écrit : parce que').waitFor();
  });

  it('writes a field when it is left, once, and not when nothing is changed', async () => {
    const { page, fiche } = await open();
    const field = comment(page);
    await field.focus();
    await page.keyboard.press('Tab');
    await field.fill('Autre écran.');
    assert.equal((await view.allSent('edit')).length, 0);
    await page.keyboard.press('Tab');
    const edit = await view.sent('edit');
    assert.equal(edit.uri, fiche.uri);
    assert.deepEqual(edit.cells, [
      {
        kind: 'piece',
        slot: { proof: 'A.01.01.01', scenario: 'A.01.01', requirement: 'A.01' },
        piece: 0,
        field: 'commentaire',
        value: 'Autre écran.',
      },
    ]);
    await view.tell({ kind: 'written', edit: edit.edit });
    await page.getByRole('button', { name: 'Annuler' }).waitFor();
    // The look at the manifest that follows is what counts.
    await view.tell(message(fiche));
    await page.waitForFunction((one) => one.value === "Écran d'accueil.", await field.elementHandle());
    assert.equal((await view.allSent('edit')).length, 0);
  });

  it('loses nothing that is typed when the fiche is left for another, or the page is hidden', async () => {
    const { page } = await open();
    await comment(page).fill('Tapé puis quitté.');
    await view.tell(message(await shownFiche('fr', 'INS/va1.56')));
    await page.getByRole('heading', { level: 1, name: 'INS/va1.56' }).waitFor();
    const edit = await view.sent('edit');
    assert.equal(edit.cells[0].value, 'Tapé puis quitté.');
    assert.equal(edit.cells[0].slot.proof, 'A.01.01.01');
    await view.tell({ kind: 'refused', edit: edit.edit, message: 'conflit' });
    await page.reload();
    await view.sent('ready');
    await view.tell(message(await shownFiche('fr')));
    await page.waitForFunction((one) => one.value === 'Tapé puis quitté.', await comment(page).elementHandle());
  });

  it('gives what is typed to a save, takes it back with Escape, and leaves undo to the field', async () => {
    const { page } = await open();
    const field = comment(page);
    await field.fill('Avant la sauvegarde');
    await view.tell({ kind: 'flush', flush: 4 });
    const flushed = await view.sent('flushed');
    assert.equal(flushed.flush, 4);
    assert.equal(flushed.edits[0].cells[0].value, 'Avant la sauvegarde');
    await view.tell({ kind: 'refused', edit: flushed.edits[0].edit, message: 'non' });
    await page.getByRole('alert').getByText('Rien n’a été écrit : non').waitFor();
    await field.press('Control+z');
    assert.equal((await view.allSent('undo')).length, 0);
    await field.press('Escape');
    assert.equal(await field.inputValue(), "Écran d'accueil.");
    await page.getByRole('button', { name: /^Joindre… \(A\.01\.01\.01\)/ }).focus();
    await page.keyboard.press('Control+z');
    await view.sent('undo');
  });

  it('refuses a day that is none, in the field, and sends nothing', async () => {
    const { page } = await open();
    const field = page.getByLabel('Date (AAAA-MM-JJ), preuves/capture.png');
    await field.fill('2026-02-30');
    await field.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/AAAA-MM-JJ et doit exister/)
      .waitFor();
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.deepEqual(await view.allSent('edit'), []);
    await field.fill('2026-02-28');
    await field.press('Enter');
    assert.equal((await view.sent('edit')).cells[0].value, '2026-02-28');
  });

  it('reviews with the name and the day that are shown, and only once one chose', async () => {
    const { page, fiche } = await open();
    const by = page.getByLabel('Relue par (initiales ou rôle), preuves/absente.pdf');
    assert.equal(await by.inputValue(), 'BL');
    assert.equal(await page.getByLabel('Relue le (AAAA-MM-JJ), preuves/absente.pdf').inputValue(), fiche.today);
    const bad = page.getByRole('button', { name: 'Insuffisante (preuves/absente.pdf)' });
    await by.fill('');
    await bad.click();
    await page
      .getByRole('status')
      .getByText(/Écrivez qui relit/)
      .waitFor();
    assert.deepEqual(await view.allSent('edit'), []);
    await by.fill('CD');
    await bad.click();
    const { cells } = await view.sent('edit');
    assert.deepEqual(cells, [
      {
        kind: 'review',
        slot: { proof: 'A.01.01.01', scenario: 'A.01.01', requirement: 'A.01' },
        piece: 1,
        par: 'CD',
        le: fiche.today,
        avis: 'insuffisante',
      },
    ]);
  });

  it('takes what is dropped and what is pasted on a proof', async () => {
    const { page } = await open();
    const zone = page.getByRole('group', { name: 'Déposer des pièces pour A.01.01.01' });
    await zone.evaluate((element) => {
      const data = new DataTransfer();
      data.setData('application/vnd.code.uri-list', 'file:///a.log\r\nfile:///b.log');
      data.setData('text/uri-list', 'file:///a.log');
      // Of the desktop, as Electron has it: a file that has a place stays there.
      data.items.add(new File([new Uint8Array([1])], 'a.log'));
      for (const kind of ['dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    const dropped = await view.sent('dropped');
    assert.equal(dropped.list, 'file:///a.log\r\nfile:///b.log');
    assert.deepEqual(dropped.files, []);
    assert.equal(dropped.slot.proof, 'A.01.01.01');
    await zone.evaluate((element) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array([1, 2])], 'image.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
    });
    const pasted = await view.sent('dropped');
    assert.deepEqual([pasted.list, pasted.files[0].name], ['', 'image.png']);
  });

  it('writes nothing where nothing can be written, and says why', async () => {
    const fiche = { ...(await shownFiche('fr')), readOnly: 'conflit de fusion.' };
    const { page } = await open({ fiche });
    await page.getByText('Lecture seule : conflit de fusion.').waitFor();
    // The box that keeps the fiche; and threads, which stand in files of their own.
    const fields = 'input:enabled, textarea:enabled:not(.answer textarea), select:enabled';
    assert.equal(await page.locator(fields).count(), 1);
    assert.equal(
      await page
        .getByRole('button', { name: /^Joindre…/ })
        .first()
        .isDisabled(),
      true,
    );
  });

  it('shows other entries, places, files and previews that the extension is asked for', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Aperçu (preuves/capture.png)' }).first().click();
    assert.equal((await view.sent('preview')).uri, picture);
    await page.getByRole('button', { name: 'Ouvrir dans le texte (A.01)', exact: true }).click();
    assert.ok((await view.sent('openPlace')).place.uri.endsWith('main.preuves.yaml'));
    await page.getByRole('button', { name: 'Lien… (A.01.01.02)' }).click();
    const { command, slot } = await view.sent('command');
    assert.deepEqual([command, slot.proof], ['link', 'A.01.01.02']);
    await view.tell(message(await shownFiche('fr', 'CO.48')));
    await page.getByRole('button', { name: 'SCN_DB/CO.01' }).click();
    assert.deepEqual((await view.sent('show')).slot, { proof: 'SCN_DB/CO.01', scenario: 'SCN_DB/CO.01' });
  });
});
