// Every page that the command line writes, of the example dossiers, in a real browser: nothing that axe finds wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { launch } from '../host/browser.mjs';
import { root } from '../host/install.mjs';
import { accessibilityProblems } from '../webviews/webview-page.mjs';

const at = ['--at', '2026-11-03'];

describe('exported pages', function () {
  this.timeout(120_000);
  let folder;
  let browser;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'segur-pages-'));
    cpSync(join(root, 'examples'), folder, { recursive: true });
    for (const name of ['one.zip', 'two.zip']) written(['package', '--brouillon', '-o', join(folder, name), ...at]);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a command writes to its standard output, of one of the examples. */
  function written(args, example = 'moncabinet') {
    const cli = join(root, 'dist/cli.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: join(folder, example),
      encoding: 'utf8',
    });
    assert.ok(status === 0 || status === 1, stderr);
    return stdout;
  }

  /** A page by the way it is made: printed, or written to a file. */
  const pages = {
    report: (to, lang) => written(['report', '-o', to, ...at, ...lang]),
    'report for the ANS': (to, lang) => written(['report', '--pour-ans', '-o', to, ...at, ...lang]),
    'report over a portfolio': (to, lang) =>
      written(['report', 'portefeuille.yaml', '-o', to, ...at, ...lang], 'portefeuille'),
    'run sheet': (to, lang) => written(['runsheet', '-o', to, ...at, ...lang]),
    'letter of what is missing': (to, lang) => written(['runsheet', '--lettre', '-o', to, ...at, ...lang]),
    tasks: (to, lang) => writeFileSync(to, written(['tasks', '--format', 'html', ...at, ...lang])),
    freshness: (to, lang) => writeFileSync(to, written(['freshness', '--format', 'html', ...at, ...lang])),
    eligibility: (to, lang) => writeFileSync(to, written(['eligibility', '--format', 'html', ...lang])),
    comparison: (to, lang) =>
      writeFileSync(
        to,
        written(['diff', join(folder, 'one.zip'), join(folder, 'two.zip'), '--format', 'html', ...lang]),
      ),
    'revision of a catalogue': (to, lang) =>
      writeFileSync(to, written(['rem-diff', 'MDV-LGC-Va1', 'MDV-LGC-Va2', '--format', 'html', ...lang])),
    'what was uploaded': (to, lang) =>
      writeFileSync(to, written(['depot', join(folder, 'one.zip'), '--format', 'html', ...lang])),
    'index of a package': (to) => {
      written(['package', '--brouillon', '-o', join(folder, 'index.zip'), ...at]);
      const entries = unzipSync(readFileSync(join(folder, 'index.zip')));
      const name = Object.keys(entries).find((one) => one.endsWith('.html'));
      assert.ok(name);
      writeFileSync(to, entries[name]);
    },
  };

  for (const [what, make] of Object.entries(pages))
    for (const locale of what === 'index of a package' ? ['fr'] : ['fr', 'en'])
      it(`${what}, ${locale}`, async () => {
        const file = join(folder, 'page.html');
        rmSync(file, { force: true });
        make(file, ['--lang', locale]);
        const page = await browser.newPage();
        try {
          await page.goto(pathToFileURL(file).toString());
          assert.equal(await page.locator('html').getAttribute('lang'), locale);
          assert.ok((await page.locator('h1').count()) === 1);
          assert.deepEqual(await accessibilityProblems(page), []);
        } finally {
          await page.close();
        }
      });
});
