import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from '../../server/core/text/html';
import { htmlPage } from '../../server/core/text/html-page';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
  });
}
const withText = (folders: readonly string[], text: RegExp): string[] =>
  folders
    .flatMap(sources)
    .filter((path) => text.test(readFileSync(path, 'utf8')))
    .sort();

describe('pages', () => {
  it('that are exported are made in one place, under a policy that runs and loads nothing', () => {
    assert.deepEqual(withText(['server', 'client'], /<!doctype html/i), ['server/core/text/html-page.ts']);
    const page: string = htmlPage({ locale: 'fr', title: 't', style: '', content: html`<p>c</p>` });
    assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*base-uri 'none'/);
    assert.ok(!page.includes('script-src'));
  });

  it('of the editor are all filled into one shell, under a policy that runs its own script alone', () => {
    const shell = readFileSync('client/webviews/kit/page.html', 'utf8');
    assert.match(
      shell,
      /content="default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-\{\{nonce\}\}'/,
    );
    assert.ok(!/unsafe-|https?:/.test(shell));
    // Only here is a page given its content.
    assert.deepEqual(withText(['client'], /\.html = /), ['client/ui/page-link.ts']);
    const pages = readdirSync('client/webviews').filter((name) => existsSync(join('client/webviews', name, 'main.ts')));
    assert.deepEqual(pages.sort(), ['fiche', 'preview', 'report', 'table', 'uploads']);
    const hosts = withText(
      ['client'],
      /createWebviewPanel\(|registerWebviewViewProvider\(|registerCustomEditorProvider\(/,
    );
    assert.equal(hosts.length, pages.length);
  });
});
