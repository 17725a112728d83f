import type { Locale } from '../messages/say';
import type { OutlineLine, RevisionOutline } from './revision-outline';
import type { WordPart } from './word-diff';

/** Plain text: removed words as `[-…-]`, added ones as `{+…+}`, as `git diff --word-diff` writes them. */
export function outlineText({ title, summary, sections }: RevisionOutline): string {
  const lines = [title, ...summary.map((line) => `  ${line}`)];
  for (const section of sections) {
    lines.push('', section.title);
    for (const item of section.items) {
      lines.push(`  ${item.title}`);
      for (const line of item.lines) lines.push(`${'  '.repeat(line.depth + 2)}${line.label}${joined(line, plain)}`);
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
        lines.push(`${'  '.repeat(line.depth)}- ${escapeMarkdown(line.label)}${joined(line, marked)}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One page that needs nothing else and prints. */
export function outlineHtml({ title, summary, sections }: RevisionOutline, locale: Locale): string {
  const body = sections.map(
    (section) =>
      `<h2>${escapeHtml(section.title)}</h2>\n` +
      section.items
        .map(
          (item) =>
            `<section>\n<h3>${escapeHtml(item.title)}</h3>\n${item.lines
              .map(
                (line) => `<p class="d${Math.min(line.depth, 4)}">${escapeHtml(line.label)}${joined(line, tagged)}</p>`,
              )
              .join('\n')}\n</section>`,
        )
        .join('\n'),
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<ul>
${summary.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}
</ul>
${body.join('\n')}
</body>
</html>
`;
}

const style = `
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h2{margin-top:2rem;border-bottom:1px solid #bbb}h3{margin-bottom:.2rem}p{margin:.2rem 0}
ins{background:#d7f5dd;color:#0b4a1c}del{background:#fbdcdc;color:#7a1111}
.d1{margin-left:1.5rem}.d2{margin-left:3rem}.d3{margin-left:4.5rem}.d4{margin-left:6rem}
@media print{body{margin:0}section{break-inside:avoid-page}}
`;

function joined({ words }: OutlineLine, write: (part: WordPart) => string): string {
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

function tagged({ kind, text }: WordPart): string {
  const tag = kind === 'added' ? 'ins' : 'del';
  return kind === 'same' ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
