import { withoutHidden } from '../text/hidden-characters';
import { html, joined } from '../text/html';
import { htmlPage } from '../text/html-page';
import { htmlTable } from '../text/html-table';
import type { Cell, TableContent } from '../report/table';
import { portfolioTables, type PortfolioReport } from './portfolio-report';
import { portfolioWords } from './portfolio-words';

/** The report of a portfolio as one self-contained page. */
export function portfolioHtml(report: PortfolioReport): string {
  const { locale } = report;
  const tables = portfolioTables(report);
  const contents = tables.map(({ title }, at) => html`<li><a href="#s${at}">${title}</a></li>`);
  const sections = tables.map(
    (one, at) => html`<section id="s${at}"><h2>${one.title}</h2>
${one.title === portfolioWords.offers[locale] && html`<p>${portfolioWords.offersHint[locale]}</p>\n`}${tableOf(one)}</section>`,
  );
  const content = html`<p class="lead">${signature(report)}</p>
<p class="notice">${portfolioWords.internal[locale]}</p>
<nav><ul>${contents}</ul></nav>
${joined(sections, '\n')}
`;
  return htmlPage({ locale, title: portfolioWords.title[locale], style: '', content });
}

/** The same as Markdown. */
export function portfolioMarkdown(report: PortfolioReport): string {
  const { locale } = report;
  const parts = portfolioTables(report).map((one) => {
    const head = `| ${one.columns.map(({ header }) => plain(header)).join(' | ')} |\n|${'---|'.repeat(one.columns.length)}\n`;
    const rows = one.rows.map((cells) => `| ${cells.map((cell) => plain(textOf(cell))).join(' | ')} |\n`).join('');
    const hint = one.title === portfolioWords.offers[locale] ? `${portfolioWords.offersHint[locale]}\n\n` : '';
    return `## ${one.title}\n\n${hint}${head}${rows}`;
  });
  return [
    `# ${portfolioWords.title[locale]}\n\n${signature(report)}\n\n${portfolioWords.internal[locale]}\n`,
    ...parts,
  ].join('\n');
}

function signature({ date, toolVersion }: PortfolioReport): string {
  return `${date} · Ségur Preuves ${toolVersion}`;
}

function tableOf({ title, columns, rows }: TableContent) {
  return htmlTable(
    title,
    columns.map(({ header }, column) => ({
      header,
      cell: (cells: readonly Cell[]) => textOf(cells[column]),
      rowHeader: column === 0,
      number: rows.some((cells) => typeof cells[column] === 'number'),
    })),
    rows,
  );
}

function textOf(cell: Cell): string {
  return cell === undefined ? '' : String(cell);
}

function plain(text: string): string {
  return withoutHidden(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}
