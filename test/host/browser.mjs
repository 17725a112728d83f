// Finds a Chromium: $CHROMIUM_PATH; else the pinned one inside the npm package @sparticuz/chromium (Linux x64, chosen also by
// CHROMIUM_PATH=npm); else one that is installed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './install.mjs';
import { Missing } from './missing.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Nothing but this machine can be reached from the page.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];
const help =
  'install Chromium or Chrome (Debian: apt-get install -y --no-install-recommends chromium) or set CHROMIUM_PATH to one';

/** Unpacks the npm package's Chromium, and the shared libraries it brings, into .vscode-test/chromium-<version>/. */
async function unpackNpmChromium() {
  const folder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const cache = join(root, '.vscode-test', `chromium-${version}`);
  mkdirSync(cache, { recursive: true });
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  // It unpacks into os.tmpdir() and takes whatever another version left there: give it a folder of its own.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  try {
    const executablePath = await packed.executablePath();
    await inflate(join(folder, 'bin/al2023.tar.br'));
    // Chromium ends itself where it finds no font at all, and the package's own fonts.conf names another folder.
    writeFileSync(
      join(cache, 'fonts.conf'),
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' +
        `<dir>${cache}/fonts</dir><cachedir>${cache}/fonts-cache</cachedir></fontconfig>`,
    );
    return { executablePath, fonts: join(cache, 'fonts.conf'), libraries: join(cache, 'al2023/lib') };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

async function launchNpmChromium(chromium) {
  const { executablePath, fonts, libraries } = await unpackNpmChromium();
  const env = { ...process.env, FONTCONFIG_FILE: fonts };
  try {
    return await chromium.launch({ executablePath, headless: true, args, env });
  } catch (error) {
    // A machine without libnss3 and the like.
    if (!/error while loading shared libraries/.test(String(error))) throw error;
    return chromium.launch({ executablePath, headless: true, args, env: { ...env, LD_LIBRARY_PATH: libraries } });
  }
}

const firstLines = (error) => String(error.message).split('\n').slice(0, 2).join(' ');

/**
 * Starts a headless Chromium that reaches nothing but this machine.
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Missing} when there is none that starts
 */
export async function launch() {
  let chromium;
  try {
    ({ chromium } = await import('playwright-core'));
  } catch (error) {
    throw new Missing(`the npm package playwright-core (${error.code})`, 'npm ci --ignore-scripts');
  }
  const chosen = process.env.CHROMIUM_PATH;
  const named = chosen !== undefined && chosen !== '' && chosen !== 'npm';
  const attempts = [];
  if (named) attempts.push([chosen, () => chromium.launch({ executablePath: chosen, headless: true, args })]);
  else {
    if (chosen === 'npm' || (process.platform === 'linux' && process.arch === 'x64')) {
      attempts.push(['the npm package @sparticuz/chromium', () => launchNpmChromium(chromium)]);
    }
    if (chosen !== 'npm') {
      for (const executablePath of usual.filter((file) => existsSync(file))) {
        attempts.push([executablePath, () => chromium.launch({ executablePath, headless: true, args })]);
      }
    }
  }
  const reasons = [];
  for (const [name, start] of attempts) {
    try {
      const browser = await start();
      console.log(`Browser: Chromium ${browser.version()} (${name})`);
      return browser;
    } catch (error) {
      reasons.push(`${name}: ${firstLines(error)}`);
    }
  }
  throw new Missing(`a Chromium browser that starts (${reasons.join('; ') || 'none found'})`, help);
}
