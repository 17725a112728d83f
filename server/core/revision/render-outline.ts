import type { Locale } from '../messages/say';
import { withoutHidden } from '../text/hidden-characters';
import { html, type Html, type HtmlValue } from '../text/html';
import { htmlPage } from '../text/html-page';
import type { OutlineLine, RevisionOutline } from './revision-outline';
import type { WordPart } from './word-diff';

/** Plain text: removed words as `[-…-]`, added ones as `{+…+}`, as `git diff --word-diff` writes them. */
export function outlineText({ title, summary, sections }: RevisionOutline): string {
  const lines = [title, ...summary.map((line) => `  ${line}`)];
  for (const section of sections) {
    lines.push('', section.title);
    for (const item of section.items) {
      lines.push(`  ${item.title}`);
      for (const line of item.lines) lines.push(`${'  '.repeat(line.depth + 2)}${line.label}${wordsOf(line, plain)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Markdown: removed words struck through, added ones bold. */
export function outlineMarkdown({ title, summary, sections }: RevisionOutline): string {
  const lines = [`# ${escapeMarkdown(title)}`, '', ...summary.map((line) => `- ${escapeMarkdown(line)}`)];
  for (const section of sections) {
    lines.push('', `## ${escapeMarkdown(section.title)}`);
    for (const item of section.items) {
      lines.push('', `### ${escapeMarkdown(item.title)}`, '');
      for (const line of item.lines) {
        lines.push(`${'  '.repeat(line.depth)}- ${escapeMarkdown(line.label)}${wordsOf(line, marked)}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One page that needs nothing else and prints. */
export function outlineHtml({ title, summary, sections }: RevisionOutline, locale: Locale): string {
  const content = html`<ul>
${summary.map((line) => html`<li>${line}</li>\n`)}</ul>
${sections.map((section) => html`<h2>${section.title}</h2>\n${section.items.map(itemHtml)}`)}`;
  return htmlPage({ locale, title, style, content });
}

function itemHtml({ title, lines }: RevisionOutline['sections'][number]['items'][number]): Html {
  const paragraphs = lines.map(
    ({ depth, label, words = [] }) => html`<p class="d${Math.min(depth, 4)}">${label}${words.map(tagged)}</p>\n`,
  );
  return html`<section>\n<h3>${title}</h3>\n${paragraphs}</section>\n`;
}

const style = `
h3{margin-bottom:.2rem}
ins{background:#d7f5dd;color:#0b4a1c}del{background:#fbdcdc;color:#7a1111}
.d1{margin-left:1.5rem}.d2{margin-left:3rem}.d3{margin-left:4.5rem}.d4{margin-left:6rem}
@media print{section{break-inside:avoid-page}}
`;

function wordsOf({ words }: OutlineLine, write: (part: WordPart) => string): string {
  return (words ?? []).map(write).join('');
}

function plain({ kind, text }: WordPart): string {
  const line = text.replace(/\s+/g, ' ');
  return kind === 'same' ? line : kind === 'added' ? `{+${line}+}` : `[-${line}-]`;
}

/** Emphasis must touch its words: the spaces at both ends stay outside. */
function marked({ kind, text }: WordPart): string {
  const line = text.replace(/\s+/g, ' ');
  const inner = line.trim();
  if (kind === 'same' || inner === '') return escapeMarkdown(line);
  const mark = kind === 'added' ? '**' : '~~';
  const [before, after] = [line.startsWith(' ') ? ' ' : '', line.endsWith(' ') ? ' ' : ''];
  return `${before}${mark}${escapeMarkdown(inner)}${mark}${after}`;
}

function tagged({ kind, text }: WordPart): HtmlValue {
  if (kind === 'same') return text;
  return kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}

function escapeMarkdown(text: string): string {
  return withoutHidden(text).replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
