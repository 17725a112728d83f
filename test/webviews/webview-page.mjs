// A page of client/webviews/ in a real Chromium, under its own content security policy, with the extension's side played by the test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { launch } from '../host/browser.mjs';
import { root } from '../host/install.mjs';
import { themes } from './themes.mjs';

const { pageOf } = await importTypeScript('client/ui/page-of.ts');
const origin = 'https://pages.test';
const bundles = join(root, 'dist/webviews');
const types = { js: 'text/javascript', css: 'text/css', html: 'text/html', svg: 'image/svg+xml' };
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><rect width="64" height="36" fill="#4a7"/><rect x="6" y="6" width="30" height="4" fill="#fff"/></svg>';

/** What VS Code gives a page, in so far as pages use it. Runs in the page, before its script. */
function playVsCode({ colours, classes, state }) {
  window.sent = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(structuredClone(message)),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? state),
    setState: (kept) => sessionStorage.setItem('state', JSON.stringify(kept)),
  });
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    window.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
  );
  const dress = () => {
    for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(name, value);
    document.body?.classList.add(...classes);
  };
  document.addEventListener('DOMContentLoaded', dress);
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    dress();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** One browser for the pages of a suite. */
export class Webviews {
  constructor(browser) {
    this.browser = browser;
  }

  static async start() {
    return new Webviews(await launch());
  }

  /**
   * Opens a page and waits until it says that it is ready.
   * @param {{ name: string, start: { locale: string }, theme?: keyof typeof themes, width?: number, height?: number, zoom?: number, state?: object }} what
   */
  async open({ name, start, theme = 'dark', width = 1400, height = 700, zoom = 1, state }) {
    const context = await this.browser.newContext({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.route(`${origin}/**`, (route) => {
      const file = new URL(route.request().url()).pathname.slice(1);
      if (file === '') {
        const shell = readFileSync(join(bundles, 'page.html'), 'utf8');
        const body = pageOf(shell, {
          locale: start.locale,
          title: name,
          source: origin,
          style: `${origin}/${name}.css`,
          script: `${origin}/${name}.js`,
          nonce: 'abcdef',
          start,
        });
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
      }
      if (file.startsWith('pictures/')) return route.fulfill({ contentType: types.svg, body: picture });
      if (!/^[\w-]+\.(js|css)$/.test(file)) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ contentType: types[file.split('.').at(-1)], body: readFileSync(join(bundles, file)) });
    });
    const { colours, classes } = themes[theme];
    await page.addInitScript(playVsCode, { colours, classes, state: JSON.stringify(state ?? null) });
    await page.goto(`${origin}/`);
    const view = new WebviewInTest(page, context, errors);
    await view.sent('ready');
    return view;
  }

  async stop() {
    await this.browser.close();
  }
}

/** One page, and the extension's side of it. */
class WebviewInTest {
  constructor(page, context, errors) {
    this.page = page;
    this.context = context;
    this.errors = errors;
  }

  /** Tells the page something, as the extension does. */
  async tell(message) {
    await this.page.evaluate((one) => window.postMessage(one, '*'), message);
  }

  /** Waits until the page has told something of a kind, and takes the first of them away. */
  async sent(kind) {
    const handle = await this.page.waitForFunction((wanted) => {
      const at = window.sent.findIndex((one) => one.kind === wanted);
      return at < 0 ? undefined : window.sent.splice(at, 1)[0];
    }, kind);
    return handle.jsonValue();
  }

  /** What the page has told of a kind so far. */
  allSent(kind) {
    return this.page.evaluate((wanted) => window.sent.filter((one) => one.kind === wanted), kind);
  }

  violations() {
    return this.page.evaluate(() => window.violations);
  }

  /** What axe finds wrong, in words. */
  accessibilityProblems() {
    return accessibilityProblems(this.page);
  }

  async close() {
    await this.context.close();
  }
}

/** What axe finds wrong in a page, in words. */
export async function accessibilityProblems(page) {
  const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  // Evaluated by the debugger, which no policy of the page concerns.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
        .join(' | ')} (${nodes.length})`,
  );
}
