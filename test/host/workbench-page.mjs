import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { copyExamples, emptyFolder } from './examples.mjs';
import { newest, root } from './install.mjs';
import { createData, installVsix, startServer, workbenchUrl } from './server.mjs';

const pictures = join(root, 'out/screenshots');

/**
 * A window of VS Code with the packaged extension on a copy of the examples, driven as a person would: by names that are seen.
 * Every method waits for what it asks for, never for a time.
 */
export class WorkbenchPage {
  /** @param {{ page: import('playwright-core').Page, folder: string, close: () => Promise<void> }} window */
  constructor({ page, folder, close }) {
    Object.assign(this, { page, folder, close });
  }

  /**
   * @param {{ vsix: { file: string, id: string }, version?: string, files?: string[], width?: number, height?: number,
   *   dark?: boolean, empty?: boolean, example?: string, prepare?: (folder: string) => void,
   *   language?: string, settings?: Record<string, unknown> }} options files: to open at start, relative to the
   *   examples; empty: open a folder that holds nothing instead; example: open only this one; prepare: puts more into the folder before it is opened; settings: besides the usual ones;
   *   language: of what extensions bring, as a language pack would set it; VS Code's own words stay English
   */
  static async open({
    vsix,
    version = process.env.SEGUR_JOURNEY_VERSION ?? newest,
    files = [],
    width = 1280,
    height = 800,
    dark = false,
    empty = false,
    example,
    prepare,
    language,
    settings,
  }) {
    const { folder, forget } = empty ? emptyFolder() : copyExamples(example);
    prepare?.(folder);
    const data = createData(settings);
    const undo = [forget, () => rmSync(data, { recursive: true, force: true })];
    const close = async () => {
      for (const step of undo.reverse()) await step();
    };
    try {
      installVsix({ version, data, vsix: vsix.file, id: vsix.id });
      const server = await startServer({ version, data });
      undo.push(() => server.stop());
      const browser = await launch();
      undo.push(() => browser.close());
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: 'fr-FR',
      });
      const page = await context.newPage();
      if (language !== undefined)
        await page.addInitScript((value) => {
          globalThis._VSCODE_NLS_LANGUAGE = value;
        }, language);
      page.setDefaultTimeout(30_000);
      await page.goto(workbenchUrl(server, { folder, files: files.map((file) => join(folder, file)) }));
      await page.locator('.monaco-workbench').waitFor();
      return new WorkbenchPage({ page, folder, close });
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** Runs a command by its title (a part of it will do), as the palette shows it. */
  async runCommand(title) {
    const input = this.page.locator('.quick-input-widget input').first();
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    // On a busy machine the palette may open before the extension's commands are known, and does not list them later.
    for (let left = 4; ; left -= 1) {
      await this.page.keyboard.press('F1');
      try {
        // A key is lost while the keyboard goes from one page to another: the palette does not come then.
        await input.fill(`>${title}`, { timeout: 8_000 });
        await row.waitFor({ timeout: 8_000 });
        break;
      } catch (error) {
        if (left === 1) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await input.press('Enter');
  }

  /** Opens a file of the examples by its path, and waits for its tab. */
  async openFile(path) {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(path);
    const name = path.split('/').at(-1);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await input.press('Enter');
    await this.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Puts the cursor on a line of the open editor, which brings it into view. */
  async goToLine(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Opens a view container by the title of its icon in the activity bar. */
  async openView(title) {
    const icon = this.page.locator(`.activitybar .action-label[aria-label^="${title}"]`);
    await icon.waitFor();
    const bar = this.page.locator('.sidebar .composite.title', { hasText: new RegExp(title, 'i') });
    // A badge on the icon takes the click for it.
    if (!(await bar.isVisible())) await icon.click({ force: true });
    await bar.waitFor();
  }

  /** Unfolds a row of a tree. */
  async unfold(text) {
    const row = this.row(text);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  }

  /** The first row of a tree or list of the side bar that holds a text. */
  row(text) {
    return this.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
  }

  async waitForRow(text) {
    await this.row(text).waitFor();
  }

  /** Waits until the editor underlines something: `error`, `warning` or `info`. */
  async waitForSquiggle(severity = 'error') {
    await this.page.locator(`.squiggly-${severity}`).first().waitFor();
  }

  /** Opens the Problems panel and waits for a row that holds the text. */
  async openProblems(text) {
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first().waitFor();
  }

  /** Waits for a text of the status bar, a notification, a hover, a suggestion: anything of the window. */
  async waitForText(text) {
    await this.page.getByText(text).first().waitFor();
  }

  /** Waits for a text inside a webview (the report panel), and returns its frame. */
  async waitForWebview(text) {
    const inner = this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await inner.getByText(text).first().waitFor();
    return inner;
  }

  /** Saves out/screenshots/<name>.png once two pictures in a row are the same. Returns its path. */
  async shot(name) {
    mkdirSync(pictures, { recursive: true });
    const path = join(pictures, `${name}.png`);
    let before = await this.page.screenshot();
    for (let left = 20; left > 0; left -= 1) {
      const now = await this.page.screenshot({ path });
      if (now.equals(before)) break;
      before = now;
    }
    return path;
  }
}
