import { withoutHidden } from '../text/hidden-characters';
import type { Report } from './report';
import { reportTables, summaryLine, summaryTable } from './report-tables';
import type { Cell, ReportTable } from './table';
import { words } from './words';

/** The report as a Markdown page (GitHub tables). */
export function markdownReport(report: Report): string {
  const { locale, forAns } = report;
  const summary = summaryTable(report);
  const tables = reportTables(report).filter(({ title }) => title !== summary.title);
  return [
    `# ${text(report.title)}\n`,
    ...(forAns ? [] : [`> ${words.internal[locale]}\n`]),
    `**${text(summaryLine(report))}**\n`,
    section(summary),
    ...tables.map((table) => {
      const note =
        table.title === words.evidence[locale] ? `\n${(forAns ? words.oneFact : words.twoFacts)[locale]}\n` : '';
      return section(table, note);
    }),
  ].join('\n');
}

function section({ title, columns, rows }: ReportTable, note = ''): string {
  // Columns that are empty from top to bottom are noise on a page.
  const kept = columns.flatMap((_, index) =>
    rows.length === 0 || rows.some((row) => filled(row[index])) ? [index] : [],
  );
  const line = (cells: readonly Cell[]) => `| ${kept.map((index) => text(String(cells[index] ?? ''))).join(' | ')} |`;
  const rule = `|${kept.map((index) => (rows.some((row) => typeof row[index] === 'number') ? '---:|' : '---|')).join('')}`;
  const body = [line(columns.map(({ header }) => header)), rule, ...rows.map(line)];
  return `## ${text(title)}\n${note}\n${body.join('\n')}\n`;
}

function filled(cell: Cell): boolean {
  return cell !== undefined && cell !== '';
}

/** Text that stands for itself in a Markdown table cell. */
function text(value: string): string {
  return withoutHidden(value)
    .replace(/[\\`*_{}[\]<>|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\s+/g, (run) => (run.includes('\n') ? '<br>' : run));
}
