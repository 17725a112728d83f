import type { Analysis } from '../../core/engine/analyse';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { csvOf, type CsvOptions } from '../../core/report/csv';
import { htmlReport } from '../../core/report/html/page';
import { markdownReport } from '../../core/report/markdown';
import type { Report, ReportOptions } from '../../core/report/report';
import { reportOf } from '../../core/report/report-of';
import { coverageTable, reportTables } from '../../core/report/report-tables';
import { formSheets } from '../../core/roundtrip/form-sheets';
import { writeXlsx, type XlsxSheet } from '../spreadsheet/write-xlsx';
import { toolVersion } from '../tool-version';
import { writeText } from './write-text';

const reportFormats = ['html', 'xlsx', 'csv', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportRequest extends Omit<ReportOptions, 'toolVersion'> {
  /** The dossier, checked with all its evidence looked at. */
  readonly analysis: Analysis;
  readonly format: ReportFormat;
  readonly csv?: CsvOptions;
}

export interface WriteReportRequest extends ReportRequest {
  /** Path of the file to write or replace. */
  readonly target: string;
  readonly cancellation: Cancellation;
}

/** The report in one of its formats. The same dossier at the same moment gives the same bytes. */
export function renderReport({ analysis, format, csv, ...options }: ReportRequest): string | Uint8Array {
  const report = reportOf(analysis, { ...options, toolVersion });
  switch (format) {
    case 'html':
      return htmlReport(report);
    case 'md':
      return markdownReport(report);
    case 'csv':
      return csvOf(coverageTable(report), csv ?? { separator: ',', byteOrderMark: false });
    case 'xlsx':
      return writeXlsx(workbookSheets(analysis, report));
  }
}

/**
 * The tables, a sheet each. The internal report has, after the summary, the sheets in which colleagues write, and the hidden
 * one by which their changes come back; nothing of that is in the report that leaves.
 */
function workbookSheets(analysis: Analysis, report: Report): readonly XlsxSheet[] {
  const [summary, ...others] = reportTables(report).map(({ title, columns, rows }) => ({ name: title, columns, rows }));
  const { forms, hidden } = report.forAns ? { forms: [], hidden: [] } : formSheets(analysis, report.locale);
  const kept = hidden.map(({ name, rows }) => ({ name, rows, columns: [], isHidden: true as const }));
  return [...(summary ? [summary] : []), ...forms, ...others, ...kept];
}

/** Writes a report in one step. Errors of files are thrown as they are. */
export async function writeReport({ target, cancellation, ...request }: WriteReportRequest): Promise<void> {
  const content = renderReport(request);
  throwIfCancelled(cancellation);
  await writeText(target, content);
}

/** The format that a file's name asks for. */
export function formatOf(path: string): ReportFormat | undefined {
  return reportFormats.find((format) => path.toLowerCase().endsWith(`.${format}`));
}
