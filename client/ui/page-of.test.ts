import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pageOf } from './page-of';

const shell = readFileSync('client/webviews/kit/page.html', 'utf8');
const parts = {
  locale: 'fr',
  title: 'Tableau',
  source: 'https://x.vscode-cdn.net',
  style: 'https://x.vscode-cdn.net/table.css',
  script: 'https://x.vscode-cdn.net/table.js',
  nonce: 'abc123',
  start: { words: { a: '</script><!-- $& é' } },
};

describe('the markup of a page', () => {
  it('lets its own script run and nothing else', () => {
    const page = pageOf(shell, parts);
    const policy = /content="([^"]*)"/.exec(page.slice(page.indexOf('Content-Security-Policy')))?.[1] ?? '';
    assert.match(policy, /^default-src 'none';/);
    assert.match(policy, /script-src 'nonce-abc123';/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.match(page, /<html lang="fr">/);
    assert.doesNotMatch(page, /\{\{/);
  });

  it('gives the page its start as it is, whatever is in it', () => {
    const page = pageOf(shell, parts);
    const text = /id="start">([^<]*)</.exec(page)?.[1] ?? '';
    assert.deepEqual(JSON.parse(text), parts.start);
  });

  it('refuses parts that would be markup', () => {
    assert.throws(() => pageOf(shell, { ...parts, title: 'a"><script>' }), /title/);
    assert.throws(() => pageOf('{{other}}', parts), /other/);
  });
});
