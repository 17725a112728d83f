import { say, type Locale } from '../../messages/say';
import { html, type Html, type HtmlValue } from '../../text/html';
import { htmlPage } from '../../text/html-page';
import type { FactAddress, WatchedFact } from './watched-fact';
import type { WatchedFacts } from './watch-facts';
import { certaintySentence, doubtSentences, movedSentence, verifiedSentence, watchHeads as words } from './watch-words';

const style = `
.watch td { vertical-align: top; }
.watch code { overflow-wrap: anywhere; }
.watch a { overflow-wrap: anywhere; }
`;

/** The list as a page that needs nothing beside it. @param heads lines that say what it is about and which data is in force */
export function watchPage({ doubtful, sound }: WatchedFacts, heads: readonly string[], locale: Locale): string {
  const content = html`${heads.map((line) => html`<p>${line}</p>\n`)}
${section(words.doubtful[locale], doubtful, locale)}${section(words.sound[locale], sound, locale)}<p><code>${say(words.how, locale)}</code></p>
`;
  return htmlPage({ locale, title: words.title[locale], style, content });
}

function section(title: string, facts: readonly WatchedFact[], locale: Locale): HtmlValue {
  if (facts.length === 0) return undefined;
  const heads = [words.fact, words.value, words.confidence, words.why, words.where];
  return html`<h2>${title}</h2>
<table class="watch"><thead><tr>${heads.map((head) => html`<th scope="col">${head[locale]}</th>`)}</tr></thead><tbody>
${facts.map((fact) => row(fact, locale))}</tbody></table>
`;
}

function row(fact: WatchedFact, locale: Locale): Html {
  const why = doubtSentences(fact, locale);
  const verified = verifiedSentence(fact, locale);
  const told = why.length === 0 && verified !== undefined ? [verified] : why;
  return html`<tr><td>${fact.label[locale]}<br><code>${fact.id}</code></td><td>${fact.value ?? words.unknown[locale]}</td><td>${certaintySentence(fact, locale)}</td><td>${told.map((line) => html`${line}<br>`)}${fact.note?.[locale]}</td><td>${fact.addresses.map((each) => place(each, locale))}</td></tr>
`;
}

/** A data package may hold any text as an address: only what is a page of the web leads anywhere. */
function place(address: FactAddress, locale: Locale): Html {
  const { label, url, date } = address;
  const dated = date === undefined ? label : `${label} (${date})`;
  const moved = movedSentence(address, locale);
  const shown = url !== undefined && url !== label ? html` <a href="${url}">${url}</a>` : undefined;
  const link = url === label ? html`<a href="${url}">${url}</a>` : html`${dated}${shown}`;
  return html`<p>${link}${moved && html`<br>${moved}`}</p>`;
}
