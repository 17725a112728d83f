import type { Report } from '../report';
import { requestsTables } from '../requests-tables';
import { escapeLines } from './escape';
import { htmlTable } from './table';

/** What ANS waits for, with the day by which it advises to answer. */
export function requestsSection(report: Report): string {
  const [table] = requestsTables(report);
  if (!table) return '';
  const columns = table.columns.map(({ header }, index) => ({
    header,
    cell: (row: (typeof table.rows)[number]) => escapeLines(String(row[index] ?? '')),
    rowHeader: index === 1,
  }));
  return htmlTable(table.title, columns, table.rows);
}
