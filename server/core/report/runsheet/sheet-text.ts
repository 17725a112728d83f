import { colon } from '../../../../words/separators';
import type { Locale } from '../../messages/say';
import { withoutHidden } from '../../text/hidden-characters';
import { html, joined, linesOf, type Html } from '../../text/html';
import { htmlPage } from '../../text/html-page';
import type { Box, Fact, Sheet, SheetItem } from './sheet';

const style = `
ul.boxes{list-style:none;padding:0;margin:.3rem 0 .8rem}ul.boxes li{padding-left:1.6rem;text-indent:-1.6rem;margin:.2rem 0}
article{break-inside:avoid;border-top:1px solid var(--line);padding-top:.4rem;margin-top:1rem}h4{margin:.6rem 0 .2rem}
`;

const mark = ({ done }: Box): string => (done ? '☑' : '☐');

/** As a page for the screen and for paper. */
export function sheetPage({ title, lead, facts, parts, end }: Sheet, locale: Locale): string {
  const sections = parts.map(
    ({ heading, items }) => html`<section>\n<h2>${heading}</h2>\n${items.map(itemHtml)}</section>\n`,
  );
  const content = html`${paragraphs(lead)}${factList(facts)}${sections}${paragraphs(end)}`;
  return htmlPage({ locale, title, style, content });
}

function itemHtml({ heading, text, facts, lists }: SheetItem): Html {
  const parts = lists.map(
    (list) =>
      html`${list.heading !== undefined && html`<h4>${list.heading}</h4>\n`}${list.boxes.length > 0 && html`<ul class="boxes">${list.boxes.map((box) => html`<li>${mark(box)} ${linesOf(box.text)}</li>\n`)}</ul>\n`}`,
  );
  return html`<article>\n${heading !== undefined && html`<h3>${heading}</h3>\n`}${text !== undefined && html`<p>${linesOf(text)}</p>\n`}${factList(facts)}${parts}</article>\n`;
}

function paragraphs(lines: readonly string[]): Html {
  return html`${lines.map((line) => html`<p>${line}</p>\n`)}`;
}

function factList(facts: readonly Fact[]): Html | false {
  if (facts.length === 0) return false;
  const rows = facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`);
  return html`<dl>${joined(rows, '\n')}</dl>\n`;
}

/** As Markdown, with task lists. */
export function sheetMarkdown({ title, lead, facts, parts, end }: Sheet, locale: Locale): string {
  const lines = [`# ${escaped(title)}`, ...lead.map(escaped), factLines(facts, locale)];
  for (const { heading, items } of parts) {
    lines.push(`## ${escaped(heading)}`);
    for (const item of items) {
      if (item.heading !== undefined) lines.push(`### ${escaped(item.heading)}`);
      if (item.text !== undefined) lines.push(item.text.split('\n').map(escaped).join('  \n'));
      lines.push(factLines(item.facts, locale));
      for (const list of item.lists) {
        if (list.heading !== undefined) lines.push(`**${escaped(list.heading)}**`);
        lines.push(list.boxes.map((box) => `- [${box.done ? 'x' : ' '}] ${escaped(box.text)}`).join('\n'));
      }
    }
  }
  return `${[...lines, ...end.map(escaped)].filter((line) => line !== '').join('\n\n')}\n`;
}

function factLines(facts: readonly Fact[], locale: Locale): string {
  return facts.map(([term, value]) => `- ${escaped(term)}${colon[locale]}${escaped(value)}`).join('\n');
}

/** Nothing that a manifest or a catalogue says turns the text around it. */
function escaped(text: string): string {
  return withoutHidden(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}
