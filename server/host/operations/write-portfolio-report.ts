import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { portfolioHtml, portfolioMarkdown } from '../../core/holdings/portfolio-pages';
import { portfolioJson, portfolioTables, type PortfolioReport } from '../../core/holdings/portfolio-report';
import { csvOf, type CsvOptions } from '../../core/report/csv';
import { writeXlsx } from '../spreadsheet/write-xlsx';
import { writeText } from './write-text';

const formats = ['html', 'xlsx', 'csv', 'md', 'json'] as const;
export type PortfolioFormat = (typeof formats)[number];

export interface PortfolioReportRequest {
  readonly report: PortfolioReport;
  readonly format: PortfolioFormat;
  readonly csv?: CsvOptions;
  /** Path of the file to write or replace. */
  readonly target: string;
  readonly cancellation: Cancellation;
}

/** The format that a file's name asks for. */
export function portfolioFormatOf(path: string): PortfolioFormat | undefined {
  return formats.find((format) => path.toLowerCase().endsWith(`.${format}`));
}

/** Writes the report of a portfolio in one step. Errors of files are thrown as they are. */
export async function writePortfolioReport(request: PortfolioReportRequest): Promise<void> {
  const content = rendered(request);
  throwIfCancelled(request.cancellation);
  await writeText(request.target, content);
}

/** CSV has one table: the dossiers. */
function rendered({ report, format, csv }: PortfolioReportRequest): string | Uint8Array {
  const tables = portfolioTables(report);
  switch (format) {
    case 'html':
      return portfolioHtml(report);
    case 'md':
      return portfolioMarkdown(report);
    case 'json':
      return `${JSON.stringify(portfolioJson(report), null, 2)}\n`;
    case 'csv':
      return csvOf(tables[0] ?? { columns: [], rows: [] }, csv ?? { separator: ',', byteOrderMark: false });
    case 'xlsx':
      return writeXlsx(tables.map(({ title, columns, rows }) => ({ name: title, columns, rows })));
  }
}
