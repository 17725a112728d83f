import type { Report } from '../report';
import { requestsTables } from '../requests-tables';
import { linesOf, type Html } from '../../text/html';
import { htmlTable } from '../../text/html-table';

/** What ANS waits for, with the day by which it advises to answer. */
export function requestsSection(report: Report): Html | undefined {
  const [table] = requestsTables(report);
  if (!table) return undefined;
  const columns = table.columns.map(({ header }, index) => ({
    header,
    cell: (row: (typeof table.rows)[number]) => linesOf(String(row[index] ?? '')),
    rowHeader: index === 1,
  }));
  return htmlTable(table.title, columns, table.rows);
}
