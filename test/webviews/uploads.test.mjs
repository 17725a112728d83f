// The page of a filing in a real browser, with the extension's side played by the tests.
import assert from 'node:assert/strict';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { sharedWebviews } from './shared-webviews.mjs';

const { uploadsWords } = await importTypeScript('client/uploads/uploads-words.ts');
const start = (locale) => ({ locale, words: uploadsWords[locale] });

const item = (order, more = {}) => ({
  key: `k${order}`,
  order,
  chapter: order <= 2 ? 'Identité nationale de santé' : 'Pro Santé Connect',
  id: `INS/va1.56.0${order}.01`,
  label: `01 Identité/INS va1.56.0${order}.01 – écran.png`,
  value: `INS va1.56.0${order}.01 – écran.png`,
  size: '3 ko',
  sha256: 'a'.repeat(64),
  state: 'todo',
  stateLabel: 'à déposer',
  uri: `file:///dossier/ecran-${order}.png`,
  texts: [
    { label: 'Texte de conformité', text: `<b>Il appelle</b> INSi ${order}.\nPuis il garde.`, length: '30 caractères' },
  ],
  ...more,
});
const filed = { state: 'filed', stateLabel: 'déposée le 2026-11-30 par CM' };
const view = (items, more = {}) => ({
  title: 'MDV-LGC-Va2 MonCabinet 12.4.0',
  isDraft: false,
  filed: items.filter(({ state }) => state === 'filed').length,
  items,
  notices: [],
  gone: ['INS/va1.56.09.01  vieux.png, déposée le 2026-11-02'],
  since: ['1 pièce déposée est toujours la même.'],
  problems: [],
  log: 'file:///dossier/suivi-depot.yaml',
  ...more,
});
const several = [
  item(1),
  item(2, { ...filed, texts: [] }),
  item(3, { state: 'changed', stateLabel: 'à déposer de nouveau', uri: undefined }),
  item(4, { state: 'absent', stateLabel: 'pièce absente', sha256: undefined, uri: undefined }),
];

describe('the page of a filing', function () {
  this.timeout(20_000);
  /** @type {import('./webview-page.mjs').Webviews} */
  let webviews;
  let page;
  let side;

  before(async () => {
    webviews = await sharedWebviews();
  });
  afterEach(async () => {
    const problems = side && [...side.errors, ...(await side.violations())];
    await side?.close();
    side = undefined;
    assert.deepEqual(problems ?? [], []);
  });

  async function open(shown = view(several), { locale = 'fr', ...options } = {}) {
    side = await webviews.open({ name: 'uploads', start: start(locale), width: 900, height: 900, ...options });
    await tell(shown);
    page = side.page;
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  const tell = (shown, person = 'CM') => side.tell({ kind: 'uploads', view: shown, person });
  const box = (order) => page.getByRole('checkbox', { name: `Déposée : INS/va1.56.0${order}.01` });
  const boxes = () => page.locator('input.tick').count();
  const focusedKey = () => page.evaluate(() => document.activeElement?.dataset?.key);

  for (const theme of ['dark', 'light', 'contrast'])
    for (const locale of ['fr', 'en'])
      it(`has nothing that axe finds wrong: ${theme}, ${locale}`, async () => {
        const problems = ['ligne 1 : seule la version 1 de ce fichier est connue'];
        await open(view(several, { notices: ['Une preuve n’a aucune pièce.'], problems }), { theme, locale });
        assert.deepEqual(await side.accessibilityProblems(), []);
      });

  it('says how far it is, and shows what looks like markup as text', async () => {
    await open();
    await page.getByText('1 / 4 pièces déposées').waitFor();
    await page.getByText('<b>Il appelle</b> INSi 1.').waitFor();
    assert.equal(await page.locator('.lines b').count(), 0);
    await page.getByText('INS/va1.56.09.01 vieux.png, déposée le 2026-11-02').waitFor();
  });

  it('asks for a tick with who files, and is ticked only once that is written', async () => {
    await open();
    await page.getByLabel('Qui dépose').fill('BL');
    await box(1).click();
    assert.deepEqual(await side.sent('tick'), { kind: 'tick', key: 'k1', isFiled: true, person: 'BL' });
    assert.equal(await box(1).isChecked(), false);
    await tell(view([item(1, filed), ...several.slice(1)]));
    await page.getByText('2 / 4 pièces déposées').waitFor();
    assert.equal(await box(1).isChecked(), true);
    await page.getByText('Notée comme déposée : INS/va1.56.01.01').waitFor();
    await box(1).click();
    assert.equal((await side.sent('tick')).isFiled, false);
    await side.tell({ kind: 'refused', message: 'le disque est plein' });
    await page.getByRole('alert').getByText('Rien n’a été écrit : le disque est plein').waitFor();
    assert.equal(await box(1).isChecked(), true);
  });

  it('can be gone through by keyboard alone: copy, tick, next', async () => {
    await open();
    await box(1).focus();
    await page.keyboard.press('c');
    assert.deepEqual(await side.sent('copy'), { kind: 'copy', text: several[0].texts[0].text });
    await page.keyboard.press('n');
    assert.equal((await side.sent('copy')).text, several[0].value);
    await page.keyboard.press('p');
    assert.equal((await side.sent('copyPath')).uri, several[0].uri);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedKey(), 'k2');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    assert.equal((await side.sent('tick')).key, 'k1');
  });

  it('filters what remains, and gives the keyboard to the next piece when one is filed', async () => {
    await open();
    await page.getByLabel('Seulement ce qui reste à déposer').check();
    await page.getByText('3 pièces montrées').waitFor();
    await box(1).focus();
    await page.keyboard.press('Space');
    await side.sent('tick');
    await tell(view([item(1, filed), ...several.slice(1)]));
    await page.getByText('2 pièces montrées').waitFor();
    assert.equal(await focusedKey(), 'k3');
    await page.getByLabel('Filtrer').fill('pro sante 03');
    await page.getByText('1 pièce montrée').waitFor();
    assert.equal(await boxes(), 1);
    await page.getByLabel('Filtrer').fill('rien de tel');
    await page.getByText('Rien à montrer avec ce filtre.').waitFor();
  });

  it('opens, shows and copies what there is of a piece, and offers no file that is not the same', async () => {
    await open();
    await page.getByRole('button', { name: 'Ouvrir : INS/va1.56.01.01' }).click();
    assert.equal((await side.sent('open')).uri, several[0].uri);
    await page.getByRole('button', { name: 'Montrer le fichier : INS/va1.56.01.01' }).click();
    assert.equal((await side.sent('reveal')).uri, several[0].uri);
    await page.getByRole('button', { name: 'Copier l’identifiant : INS/va1.56.01.01' }).click();
    assert.equal((await side.sent('copy')).text, 'INS/va1.56.01.01');
    await page.getByRole('button', { name: 'Copier : Texte de conformité, INS/va1.56.01.01' }).click();
    assert.equal((await side.sent('copy')).text, several[0].texts[0].text);
    assert.equal(await page.getByRole('button', { name: 'Ouvrir : INS/va1.56.03.01' }).count(), 0);
    await page.getByText('prenez-le dans le paquet').waitFor();
    assert.equal(await box(4).isDisabled(), true);
  });

  it('ticks nothing of a draft or while the file of ticks is to be corrected, and keeps its filter', async () => {
    await open(view(several, { isDraft: true, notices: ['Ce paquet est un brouillon.'] }), {
      state: { isRest: true, search: '' },
    });
    await page.getByText('3 pièces montrées').waitFor();
    assert.equal(await box(1).isDisabled(), true);
    await tell(view(several, { problems: ['ligne 2 : …'] }));
    await page.getByText('ligne 2 : …').waitFor();
    assert.equal(await box(1).isDisabled(), true);
  });

  it('says why nothing can be shown, and tries again', async () => {
    side = await webviews.open({ name: 'uploads', start: start('fr') });
    page = side.page;
    await page.getByText('Lecture du paquet…').waitFor();
    await side.tell({ kind: 'failed', message: 'absent.zip n’existe pas.' });
    await page.getByRole('alert').getByText('absent.zip n’existe pas.').waitFor();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await side.sent('retry');
  });

  it('shows five hundred pieces', async () => {
    await open(view(Array.from({ length: 500 }, (_, index) => ({ ...item(index + 1), chapter: 'Un' }))));
    assert.equal(await boxes(), 500);
  });
});
