// node examples/suite-de-tests/jouer.mjs: plays the tests, then files what they left with `collect`, in a copy of MonCabinet.
// It needs no network: the browser is that of the repository (test/host/browser.mjs), or $CHROMIUM_PATH.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../test/host/browser.mjs';
import { startFilm } from './film.mjs';
import { tests } from './parcours.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = join(root, 'out', 'suite-de-tests');
const results = join(out, 'resultats');
const dossier = join(out, 'moncabinet');

const xml = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

async function play(browser, { title, run }, number) {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  const page = await context.newPage();
  const files = [];
  const keep = (name, bytes) => {
    const file = `essai-${number}-${name}`;
    writeFileSync(join(results, file), bytes);
    files.push(file);
  };
  const attach = {
    screenshot: async (name) => keep(`${name}.png`, await page.screenshot()),
    film: async (name) => {
      const end = await startFilm(page);
      return { end: async () => keep(`${name}.webm`, await end()) };
    },
  };
  let failure;
  try {
    await page.goto(new URL('page.html', import.meta.url).href);
    await run(page, attach);
  } catch (error) {
    failure = String(error).split('\n')[0];
  } finally {
    await context.close();
  }
  console.log(`${failure === undefined ? '✔' : '✘'} ${title}`);
  // The convention of Jenkins, which Playwright's JUnit reporter follows too.
  const marks = files.map((file) => `[[ATTACHMENT|${file}]]`).join('\n');
  return `<testcase name="${xml(title)}">${failure === undefined ? '' : `<failure>${xml(failure)}</failure>`}<system-out>${xml(marks)}</system-out></testcase>`;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
cpSync(join(root, 'examples', 'moncabinet'), dossier, { recursive: true });
const browser = await launch();
const started = new Date().toISOString();
const cases = [];
try {
  for (const [number, test] of tests.entries()) cases.push(await play(browser, test, number + 1));
} finally {
  await browser.close();
}
writeFileSync(
  join(results, 'junit.xml'),
  `<testsuites><testsuite name="parcours" timestamp="${started}">${cases.join('')}</testsuite></testsuites>\n`,
);
const command = [join(root, 'dist', 'cli.js'), 'collect', results, '--dossier', dossier, ...process.argv.slice(2)];
// 1: what does not come in was told, here the test that fails.
process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 3;
