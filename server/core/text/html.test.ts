import assert from 'node:assert/strict';
import fc from 'fast-check';
import { html, joined, linesOf, styleElement, type HtmlValue } from './html';
import { htmlPage } from './html-page';
import { htmlTable } from './html-table';

describe('html', () => {
  it('escapes texts in content and attributes, and leaves what the tag made', () => {
    const hostile = `"><script>alert('&')</script>`;
    assert.equal(
      html`<a title="${hostile}">${html`<b>${hostile}</b>`}</a>`.text,
      '<a title="&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;">' +
        '<b>&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;</b></a>',
    );
  });

  it('writes numbers, lists in their order, and nothing for what is absent', () => {
    const items: HtmlValue[] = ['a', 0, undefined, false, [html`<i>b</i>`, '<']];
    assert.equal(html`<p>${items}${''}</p>`.text, '<p>a0<i>b</i>&#60;</p>');
    assert.equal(joined(['a', '<', 1], html`<br>`).text, 'a<br>&#60;<br>1');
    assert.equal(joined([], html`<br>`).text, '');
    assert.equal(linesOf(' a\r\n<b>\nc\n').text, 'a<br>&#60;b&#62;<br>c');
  });

  it('never lets a text out of its place, whatever it holds', () => {
    const pieces = fc.constantFrom('<', '>', '"', "'", '&', '&lt;', '</p>', '<!--', '`', '${', 'x', ' ', '\u202e');
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const written = html`${text}`.text;
        assert.doesNotMatch(written, /[<>"'\u202e]|&(?!#(34|38|39|60|62);)/);
        assert.equal(html`${html`${text}`}`.text, written);
      }),
      { seed: 20261215, numRuns: 100 },
    );
  });

  it('takes characters out that nobody sees', () => {
    assert.equal(html`<td>${'a\u202egol.exe.log\u200b'}</td>`.text, '<td>agol.exe.log</td>');
    assert.equal(html`${'12\u00a0345\u202f€, œuvre'}`.text, '12\u00a0345\u202f€, œuvre');
  });

  it('has no way to end a style early', () => {
    assert.throws(() => styleElement('a{}</STYLE><script>'));
  });

  it('makes one kind of page: language, title, policy, heading and a main part', () => {
    const page = htmlPage({ locale: 'en', title: 'A & B', style: '.x{color:red}\n', content: html`<p>c</p>\n` });
    assert.match(page, /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
    assert.match(
      page,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/,
    );
    assert.match(page, /<title>A &#38; B<\/title>/);
    assert.match(page, /<body>\n<main>\n<h1>A &#38; B<\/h1>\n<p>c<\/p>\n<\/main>\n<\/body>\n<\/html>\n$/);
    assert.ok(page.includes('.x{color:red}'));
  });

  it('makes tables whose cells, captions and headers are escaped', () => {
    const table = htmlTable('<c>', [{ header: '<h>', cell: (row: string) => row, rowHeader: true }], ['<r>']).text;
    assert.match(table, /<caption class="repeated">&#60;c&#62;<\/caption>/);
    assert.match(table, /<th scope="col">&#60;h&#62;<\/th>/);
    assert.match(table, /<tr><th scope="row">&#60;r&#62;<\/th><\/tr>/);
  });
});
