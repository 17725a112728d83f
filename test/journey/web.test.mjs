// The extension in the browser alone, as on vscode.dev: workbench, extension and server run in Chromium, files are in memory.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launch } from '../host/browser.mjs';
import { root, versions } from '../host/install.mjs';
import { serveWebWorkbench } from '../host/web-workbench.mjs';

const requirement = (id) => `  - id: ${id}
    domaine: ins
    chapitre: Identité nationale de santé
    profils: [ Général ]
    nature: EXIGENCE
    texte: Énoncé.
    confiance: importe
    scenarios:
      - id: ${id}.01
        texte: Dérouler le scénario.
        preuves:
          - id: ${id}.01.01
            attendu: Journal.
`;
const files = {
  'essai/essai.rem.yaml': `version: 1
dispositif: MDV-LGC-Va2
etat: complet
domaines:
  - id: ins
    nom: ins
chapitres:
  - nom: Identité nationale de santé
profils: [ Général ]
exigences:
${requirement('A.01')}${requirement('A.02')}`,
  'essai/main.preuves.yaml': `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: essai.rem.yaml
cle_inventee: oui
exigences:
  A.01:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01:
  A.02:
    scenarios:
      A.02.01:
        preuves:
          A.02.01.01:
            - fichier: preuves/deja.log
              sha256: ${'a'.repeat(64)}
            - fichier: preuves/absent.log
            - fichier: preuves/faux.png
`,
  'essai/preuves/deja.log': 'un journal\n',
  'essai/preuves/faux.png': '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n',
  'recu/A.01.01.01 journal.log': 'le journal reçu, é\n',
};

describe('the extension in a browser', function () {
  this.timeout(180_000);
  let folder, workbench, browser, page;
  const lines = [];
  const noise = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'segur-preuves-web-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    cpSync(join(root, 'examples/moncabinet'), join(folder, 'moncabinet'), { recursive: true });
    const version = process.env.VSCODE_WEB_VERSION ?? versions[0];
    workbench = await serveWebWorkbench({ version, folder, extension: root, tests: 'out/test/web-suite.js' });
    browser = await launch();
    page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    page.on('pageerror', (error) => noise.push(`pageerror ${error.stack}`));
    page.on('console', (message) => {
      const [, line] = /\[suite\] ([^]*)$/.exec(message.text()) ?? [];
      if (line === undefined) noise.push(`${message.type()} ${message.text()}`);
      else lines.push(line);
    });
    await page.exposeFunction('codeAutomationLog', (_type, values) => {
      const [, line] = /\[suite\] ([^]*)$/.exec(values.join(' ')) ?? [];
      if (line !== undefined) lines.push(line);
    });
    await page.exposeFunction('codeAutomationExit', () => undefined);
    await page.goto(workbench.url);
  });
  after(async () => {
    await browser?.close();
    await workbench?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest.state !== 'failed') return;
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(join(root, 'out/failure-web.log'), [...lines, ...noise].join('\n'));
    if (page && !page.isClosed()) await page.screenshot({ path: join(root, 'out/failure-web.png') });
  });

  /** Waits for a line of the suite. */
  const line = async (pattern) => {
    const end = performance.now() + 150_000;
    for (;;) {
      const found = lines.find((one) => pattern.test(one));
      if (found !== undefined) return found;
      assert.ok(performance.now() < end, `not said: ${pattern}\n${lines.join('\n')}`);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  };

  it('opens the table, after all that is done in a manifest', async () => {
    const last = await line(/^(?:✔ opens the table|✘ .*)$/s);
    assert.equal(last, '✔ opens the table', [...new Set(lines)].join('\n'));
  });

  it('shows the table, filled', async () => {
    const table = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await table.getByText('A.02.01.01').first().waitFor();
  });

  it('shows the tree, and that evidence is not read inside', async () => {
    await page.locator('.activitybar .action-label[aria-label^="Ségur Preuves"]').click({ force: true });
    await page.locator('.pane-body .monaco-list-row', { hasText: 'MonCabinet' }).first().waitFor();
    await page.getByText('l’intérieur des pièces n’est pas lu').first().waitFor();
  });

  it('did what a person does on vscode.dev', async () => {
    await page.locator('.tabs-container .tab.active .action-label.codicon-close').click();
    const closing = await line(/^\d+ passed of \d+$/);
    const [passed, all] = closing.match(/\d+/g);
    assert.equal(passed, all, [...new Set(lines)].join('\n'));
  });
});
