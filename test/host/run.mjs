import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format } from 'node:util';
import { launch } from './browser.mjs';
import { root } from './install.mjs';
import { Missing } from './missing.mjs';
import { createData, installVsix, startServer, workbenchUrl } from './server.mjs';

/**
 * Opens `folder` in the workbench of a VS Code `version`, runs `tests` in its extension host, and returns the exit code.
 * @param {object} options
 * @param {string} options.version
 * @param {string} options.folder the opened workspace: a copy, tests edit it
 * @param {string} [options.extension] the extension's folder, or
 * @param {{ file: string, id: string }} [options.vsix] the package to install and test as users get it
 * @param {string} options.tests the file whose `run()` is the suite
 * @param {RegExp} options.proof a line the suite prints when it came to its end. VS Code reports 0 for an extension host that
 * was killed half-way, so an exit code of 0 counts only after that line
 * @param {(line: string) => void} options.print gets every console line of the extension host
 * @param {(page: import('playwright-core').Page) => void} [options.opened] gets the window before anything is in it
 * @param {Record<string, string>} [options.env]
 * @param {AbortSignal} [options.signal]
 * @param {number} [options.limit] milliseconds
 */
export async function runSuite({
  version,
  folder,
  extension,
  vsix,
  tests,
  print,
  proof,
  opened,
  env,
  signal,
  limit = 240_000,
}) {
  const rest = [];
  const data = createData();
  let server, browser, page;
  try {
    const folderOfExtension = vsix ? installVsix({ version, data, vsix: vsix.file, id: vsix.id }) : extension;
    server = await startServer({ version, data, driver: true, env });
    browser = await launch();
    page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    opened?.(page);
    page.on('pageerror', (error) => rest.push(`pageerror ${error.stack}`));
    page.on('console', (message) => rest.push(`${message.type()} ${message.text()}`));
    let proved = false;
    // Every console line of the extension host, and every log line of the window, arrives here.
    await page.exposeFunction('codeAutomationLog', (type, values) => {
      const line = format(...values);
      proved ||= proof.test(line);
      print(line);
    });
    const code = await settled({ page, browser, server, signal, limit }, () =>
      page.goto(workbenchUrl(server, { folder, extension: folderOfExtension, tests })),
    );
    if (code === 0 && !proved) throw new Error('the extension host ended before the suite did');
    if (process.env.VSCODE_WEB_VERBOSE) console.error(rest.join('\n'));
    return code;
  } catch (error) {
    if (error instanceof Missing || signal?.aborted) throw error;
    console.error(`FAILED: ${error.message}`);
    await saveEvidence(page, join(root, 'out', `failure-${version}`), [server?.log() ?? '', ...rest].join('\n'));
    return 1;
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Resolves with the exit code that VS Code reports once the suite's `run()` settled. */
async function settled({ page, browser, server, signal, limit }, open) {
  let timer;
  const exited = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no result after ${limit} ms`)), limit);
    page.once('crash', () => reject(new Error('the page crashed')));
    browser.once('disconnected', () => reject(new Error('the browser ended')));
    server.exited.once('exit', () => reject(new Error("VS Code's server ended")));
    signal?.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    page.exposeFunction('codeAutomationExit', resolve).then(open).catch(reject);
  });
  try {
    return await exited;
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps what the window showed and everything that server and window logged, for a failure that no test explains. */
async function saveEvidence(page, name, log) {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(`${name}.log`, log);
  const kept = [`${name}.log`];
  if (page !== undefined && !page.isClosed()) {
    try {
      await page.screenshot({ path: `${name}.png` });
      kept.push(`${name}.png`);
    } catch (error) {
      console.error(`No picture of the window: ${error.message}`);
    }
  }
  console.error(`See ${kept.map((file) => relative(root, file)).join(' and ')}`);
  if (process.env.CI) console.error(log.slice(-3000));
}
