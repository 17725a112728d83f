import { html, linesOf, type Html } from '../../text/html';
import { htmlTable } from '../../text/html-table';
import type { Report } from '../report';
import { taskTables } from '../tasks/task-table';
import { lateSummary } from '../tasks/task-words';

/** Who does what by when, and how much of it is late. */
export function taskSection({ tasks, locale }: Report): Html | undefined {
  const [table] = taskTables(tasks, locale);
  if (!table || !tasks) return undefined;
  const columns = table.columns.map(({ header }, index) => ({
    header,
    cell: (row: (typeof table.rows)[number]) => linesOf(String(row[index] ?? '')),
    rowHeader: index === 0,
  }));
  return html`<p>${lateSummary(tasks, locale)}</p>\n${htmlTable(table.title, columns, table.rows)}`;
}
