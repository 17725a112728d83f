// The page of the preview in a real browser, with the extension's side played by the tests.
import assert from 'node:assert/strict';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { sharedWebviews } from './shared-webviews.mjs';

const { previewWords } = await importTypeScript('client/preview/preview-words.ts');
const start = (locale = 'fr') => ({ locale, words: previewWords[locale] });
const text = (value) => ({ kind: 'text', text: value });
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const contents = {
  picture: { kind: 'picture', mime: 'image/png' },
  pdf: {
    kind: 'pdf',
    pages: [
      { number: 1, text: 'Première page' },
      { number: 2, text: '' },
    ],
  },
  text: { kind: 'text', text: '<img src=x onerror=alert(1)>' },
  hl7: {
    kind: 'hl7',
    messages: [
      {
        type: 'ADT^A31',
        segments: [
          {
            name: 'PID',
            label: 'Identité du patient',
            line: 2,
            fields: [{ number: 5, label: 'Noms', value: '<b>PAT</b>' }],
          },
        ],
      },
    ],
  },
  cda: {
    kind: 'cda',
    document: {
      title: '<script>alert(1)</script>',
      header: [{ label: 'Patient', value: 'DOMINIQUE PAT-TROIS' }],
      sections: [
        {
          title: 'Résultats',
          blocks: [
            { kind: 'paragraph', children: [text('<img src=x onerror=alert(2)>'), { kind: 'break' }, text('suite')] },
            {
              kind: 'table',
              children: [
                { kind: 'caption', children: [text('Titre')] },
                { kind: 'row', children: [{ kind: 'headerCell', columns: 2, children: [text('Nom')] }] },
                {
                  kind: 'row',
                  children: [
                    { kind: 'cell', children: [text('a')] },
                    { kind: 'cell', children: [text('b')] },
                  ],
                },
              ],
            },
            { kind: 'list', children: [{ kind: 'item', children: [{ kind: 'bold', children: [text('gras')] }] }] },
            { kind: 'picture', mime: 'image/png', base64: pixel },
            { kind: 'omitted', text: '[élément « script » : non montré]' },
          ],
          sections: [],
        },
      ],
    },
  },
};

describe('the page of the preview', function () {
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

  async function open(content, { locale = 'fr', source = 'https://pages.test/pictures/a.svg', ...options } = {}) {
    view = await webviews.open({ name: 'preview', start: start(locale), width: 900, height: 900, ...options });
    const preview = {
      path: 'preuves/a',
      uri: 'file:///dossier/preuves/a',
      facts: [{ label: 'Taille', value: '1 o' }],
      content,
      leftOut: ['Seul le début est montré.'],
    };
    await view.tell({ kind: 'preview', preview, source });
    await view.page.getByRole('heading', { level: 1 }).waitFor();
    return view.page;
  }

  for (const [kind, content] of Object.entries(contents))
    for (const theme of ['dark', 'light', 'contrast'])
      it(`has nothing that axe finds wrong: ${kind}, ${theme}`, async () => {
        const page = await open(content, { theme, locale: theme === 'light' ? 'en' : 'fr' });
        await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
        assert.deepEqual(await view.accessibilityProblems(), []);
      });

  it('shows a document as elements, and what looks like markup as text', async () => {
    const page = await open(contents.cda);
    const paper = page.getByRole('article');
    await paper.getByText('<script>alert(1)</script>').waitFor();
    await paper.getByText('<img src=x onerror=alert(2)>').waitFor();
    assert.equal(await paper.locator('script, a, iframe, [style], [onclick]').count(), 0);
    assert.equal(await paper.locator('table caption').innerText(), 'Titre');
    assert.equal(await paper.locator('th').getAttribute('colspan'), '2');
    assert.equal(await paper.locator('ul > li > strong').innerText(), 'gras');
    await page.waitForFunction(() => document.querySelector('article img')?.naturalWidth === 1);
  });

  it('shows segments as tables, and says what is not shown', async () => {
    const page = await open(contents.hl7);
    await page.getByRole('row', { name: 'PID-5 Noms <b>PAT</b>' }).waitFor();
    await page.getByRole('note', { name: 'Ce qui n’est pas montré' }).getByText('Seul le début est montré.').waitFor();
  });

  it('says why nothing can be shown, and opens the file elsewhere', async () => {
    view = await webviews.open({ name: 'preview', start: start() });
    await view.page.getByText('Lecture de la pièce…').waitFor();
    await view.tell({ kind: 'failed', message: 'Ce PDF ne peut pas être lu.' });
    await view.page.getByRole('alert').getByText('Ce PDF ne peut pas être lu.').waitFor();
    assert.deepEqual(await view.accessibilityProblems(), []);
    await view.page.getByRole('button', { name: 'Ouvrir dans son application' }).click();
    await view.sent('openOutside');
  });
});
