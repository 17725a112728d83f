// The page of the report in a real browser, with the extension's side played by the tests.
import assert from 'node:assert/strict';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { madeUpReport } from './made-up-report.mjs';
import { themes } from './themes.mjs';
import { sharedWebviews } from './shared-webviews.mjs';

const { reportWords } = await importTypeScript('client/report/report-words.ts');
const start = (locale = 'fr') => ({ locale, words: reportWords[locale] });

describe('the page of the report', function () {
  this.timeout(30_000);
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

  async function open({ report = madeUpReport(), locale = 'fr', ...options } = {}) {
    view = await webviews.open({ name: 'report', start: start(locale), width: 1200, height: 900, ...options });
    await view.tell({ kind: 'report', report });
    await view.page.getByRole('heading', { level: 1, name: report.title }).waitFor();
    return view.page;
  }
  const matrix = () => view.page.getByRole('region', { name: 'Couverture des exigences' });
  const ids = () => matrix().locator('tbody tr td:nth-child(3)').allInnerTexts();
  const clipboard = () => view.page.evaluate(() => navigator.clipboard.readText());

  for (const theme of Object.keys(themes))
    for (const locale of ['fr', 'en'])
      it(`has nothing that axe finds wrong, ${theme}, ${locale}`, async () => {
        await open({ theme, locale });
        assert.deepEqual(await view.accessibilityProblems(), []);
      });

  it('leads from a name to its place, and from a piece to its file', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'ANN.10' }).click();
    assert.equal((await view.sent('openPlace')).place.range.start.line, 4);
    await page.getByRole('button', { name: 'main.preuves.yaml:8' }).click();
    assert.equal((await view.sent('openPlace')).place.range.start.line, 7);
    await page.getByRole('button', { name: 'preuves/b.png' }).click();
    assert.equal((await view.sent('openFile')).uri, 'file:///dossier/preuves/b.png');
    assert.equal(
      await page.getByRole('link', { name: 'Voir la forge' }).getAttribute('href'),
      'https://forge.example/1',
    );
  });

  it('says what a bar does not count, where there would be nothing', async () => {
    const page = await open();
    await page.getByText('2 inconnues', { exact: true }).waitFor();
    assert.equal(await page.locator('.bar').count(), 4);
    assert.equal(await page.locator('.bar').filter({ visible: true }).count(), 3);
  });

  it('shows what a figure, a bar and a part of a bar count, and everything again', async () => {
    const page = await open();
    await page.getByRole('button', { name: '1 · À revoir, Annuaire : ne montrer que cela' }).click();
    assert.deepEqual(await ids(), ['ANN.2']);
    assert.equal(await page.getByRole('combobox', { name: 'État' }).inputValue(), 'toReview');
    assert.equal(await page.getByRole('combobox', { name: 'Chapitre' }).inputValue(), 'Annuaire');
    await page.getByRole('button', { name: /^Ne montrer que : <b>Doc & co<\/b>\. / }).click();
    assert.deepEqual(await ids(), ['DOC.1', 'DOC.2']);
    await page.getByRole('button', { name: '1 À fournir', exact: true }).click();
    assert.deepEqual(await ids(), ['ANN.3']);
    await page.getByRole('region', { name: 'Avancement par chapitre' }).getByRole('button', { name: '1' }).click();
    assert.deepEqual(await ids(), ['ANN.10']);
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), 'Couverture des exigences');
    await page.getByRole('button', { name: 'Tout montrer' }).click();
    assert.equal((await ids()).length, 5);
  });

  it('searches without accents, filters a column and sorts as people count', async () => {
    const page = await open();
    await page.getByRole('searchbox', { name: 'Rechercher dans le rapport' }).fill('ENONCE doc');
    assert.deepEqual(await ids(), ['DOC.1', 'DOC.2']);
    await page.getByRole('searchbox', { name: 'Rechercher dans le rapport' }).fill('');
    const head = matrix().getByRole('columnheader', { name: 'Exigence' });
    await head.getByRole('button').click();
    assert.deepEqual(await ids(), ['ANN.2', 'ANN.3', 'ANN.10', 'DOC.1', 'DOC.2']);
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    // What is empty comes last, whichever way.
    const piece = matrix().getByRole('columnheader', { name: 'Pièce' }).getByRole('button');
    await piece.click();
    await piece.click();
    assert.deepEqual(await ids(), ['DOC.1', 'ANN.10', 'ANN.2', 'ANN.3', 'DOC.2']);
    await piece.click();
    assert.deepEqual(await ids(), ['ANN.10', 'ANN.2', 'ANN.3', 'DOC.1', 'DOC.2']);
    await page.getByRole('button', { name: 'Filtrer par colonne (Couverture des exigences)' }).click();
    await page.getByRole('searchbox', { name: 'Filtrer la colonne « État »' }).fill('a fournir');
    assert.deepEqual(await ids(), ['ANN.3']);
    await page.getByRole('searchbox', { name: 'Filtrer la colonne « État »' }).fill('rien de tel');
    await page.getByText('Aucune ligne ne répond à ce qui est demandé.').waitFor();
  });

  it('copies what is shown as a table, and a chart as a picture', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^Ne montrer que : <b>Doc & co<\/b>\. / }).click();
    await page.getByRole('button', { name: 'Copier le tableau (Couverture des exigences)' }).click();
    await page.getByText('2 lignes copiées.').waitFor();
    const [head, first] = (await clipboard()).split('\r\n');
    assert.equal(head, 'Chapitre\tDomaine\tExigence\tÉnoncé\tÉtat\tPièce\tRien');
    assert.match(first, /^<b>Doc & co<\/b>\tINS\tDOC\.1\t.*\t"preuves\/c ""x""\ty\.png"\t$/);
    await page.getByRole('button', { name: 'Copier l’image (Avancement par chapitre)' }).click();
    await page.getByText('Image copiée.').waitFor();
    const picture = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bitmap = await window.createImageBitmap(await item.getType('image/png'));
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      const pen = canvas.getContext('2d');
      pen.drawImage(bitmap, 0, 0);
      const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
      return { width: bitmap.width, colours: new Set(new Uint32Array(data.buffer)).size };
    });
    assert.equal(picture.width, 2200);
    assert.ok(picture.colours > 10, 'something is drawn');
  });

  it('copies the timeline as a picture, as it is seen', async () => {
    const page = await open();
    const drawn = page.locator('segur-drawing svg');
    const { width } = await drawn.boundingBox();
    await page.getByRole('button', { name: 'Copier l’image (Constats)' }).click();
    await page.getByText('Image copiée.').waitFor();
    const picture = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bitmap = await window.createImageBitmap(await item.getType('image/png'));
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      const pen = canvas.getContext('2d');
      pen.drawImage(bitmap, 0, 0);
      const at = (x, y) => [...pen.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data].join();
      return { width: bitmap.width, bar: at(0.25, 0.2), ground: at(0.75, 0.8) };
    });
    assert.equal(picture.width, Math.ceil(width * 2));
    assert.notEqual(picture.bar, picture.ground);
  });

  it('asks for each format, the table and the manifest', async () => {
    const page = await open();
    for (const [format, name] of Object.entries(reportWords.fr.save)) {
      await page.getByRole('button', { name }).click();
      assert.equal((await view.sent('save')).format, format);
    }
    await page.getByRole('button', { name: 'Ouvrir dans le tableau' }).click();
    assert.equal((await view.sent('run')).what, 'table');
  });

  it('keeps how it is looked at when it is loaded again and when figures change', async () => {
    const page = await open();
    await page.getByRole('searchbox', { name: 'Rechercher dans le rapport' }).fill('doc');
    await page.getByRole('heading', { name: 'Constats' }).click();
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state')).tables.Constats?.folded === true);
    await page.reload();
    await view.sent('ready');
    await view.tell({ kind: 'report', report: madeUpReport(3) });
    await matrix().waitFor();
    assert.deepEqual(await ids(), ['DOC.1', 'DOC.2']);
    assert.equal(await page.getByRole('region', { name: 'Constats' }).isVisible(), false);
  });

  it('stays quick with thousands of rows: it draws some, and more when asked', async () => {
    const page = await open({ report: madeUpReport(5_000) });
    assert.equal((await ids()).length, 100);
    await page.getByRole('button', { name: 'Montrer 100 lignes de plus' }).click();
    assert.equal((await ids()).length, 200);
    await page.getByRole('searchbox', { name: 'Rechercher dans le rapport' }).fill('PLUS.4999');
    assert.deepEqual(await ids(), ['PLUS.4999']);
  });

  it('runs nothing that a dossier says', async () => {
    const page = await open();
    assert.equal(await page.locator('#page img').count(), 0);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
  });

  it('is used by the keyboard alone', async () => {
    const page = await open();
    await page.getByRole('button', { name: '1 · À fournir, Annuaire : ne montrer que cela' }).focus();
    await page.keyboard.press('Enter');
    // It stands at the matrix now: the table's own buttons and cells come next.
    const reached = async (name) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate(() => document.activeElement.textContent.trim())) === name) return;
      }
      assert.fail(`${name} is not reached`);
    };
    await reached('ANN.3');
    await page.keyboard.press('Enter');
    assert.equal((await view.sent('openPlace')).place.range.start.line, 4);
  });

  it('says what is wrong, and offers to start again', async () => {
    const page = await open();
    await view.tell({ kind: 'failed', message: 'Le serveur ne répond pas.' });
    await page.getByRole('alert').getByText('Le serveur ne répond pas.').waitFor();
    await page.getByRole('button', { name: 'Redémarrer le serveur' }).click();
    assert.equal((await view.sent('run')).what, 'restart');
  });

  for (const theme of Object.keys(themes)) {
    for (const locale of ['fr', 'en']) {
      it(`has no accessibility problem (${theme}, ${locale})`, async () => {
        const page = await open({ theme, locale });
        await page.locator('details button[aria-pressed]').nth(1).click();
        assert.deepEqual(await view.accessibilityProblems(), []);
      });
    }
  }

  it('stays within a narrow window at 200 %', async () => {
    const page = await open({ zoom: 2 });
    const wider = await page.evaluate(() => {
      const root = document.getElementById('page');
      return root.scrollWidth - root.clientWidth;
    });
    assert.ok(wider <= 0, `${wider} px wider than the page`);
    assert.deepEqual(await view.accessibilityProblems(), []);
  });
});
