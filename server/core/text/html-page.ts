import type { Locale } from '../messages/say';
import { html, styleElement, type Html, type HtmlValue } from './html';
import { pageStyle } from './page-style';

export interface HtmlPage {
  readonly locale: Locale;
  /** Title of the window, and heading of the page. */
  readonly title: string;
  /** Rules of this page, after those that all pages share. */
  readonly style: string;
  /** What stands under the heading. */
  readonly content: HtmlValue;
  /** Shapes that the content refers to. */
  readonly definitions?: Html;
}

/** Nothing is fetched and nothing runs: a page is a document. */
const policy = html`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`;

/** A page that needs nothing beside it, for the screen and for paper. @returns the text of the file */
export function htmlPage({ locale, title, style, content, definitions }: HtmlPage): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${styleElement(pageStyle + style)}
</head>
<body>
${definitions && html`${definitions}\n`}<main>
<h1>${title}</h1>
${content}</main>
</body>
</html>
`.text;
}
