import Papa from 'papaparse';
import { beginsFormula } from '../../../words/formula';
import type { Locale } from '../../../words/locale';
import { withoutHidden } from '../text/hidden-characters';
import type { TableContent } from './table';

export interface CsvOptions {
  /** A comma, as RFC 4180 has it, or the semicolon that a French spreadsheet program expects. */
  readonly separator: ',' | ';';
  /** A byte order mark, by which Excel knows that the text is UTF-8. */
  readonly byteOrderMark: boolean;
}

/** What the spreadsheet program of somebody who reads the locale opens well. */
export function spreadsheetCsv(locale: Locale): CsvOptions {
  return { separator: locale === 'fr' ? ';' : ',', byteOrderMark: true };
}

/**
 * A table as CSV (RFC 4180): lines end with CR LF, every text is quoted where it must be. A text that a spreadsheet
 * program would run as a formula gets an apostrophe before it, which makes it a text there. Characters that nobody sees stay out.
 */
export function csvOf(table: Pick<TableContent, 'columns' | 'rows'>, { separator, byteOrderMark }: CsvOptions): string {
  const lines = [table.columns.map(({ header }) => header), ...table.rows];
  const text = Papa.unparse(
    lines.map((cells) => cells.map(field)),
    { delimiter: separator, newline: '\r\n' },
  );
  return `${byteOrderMark ? '\uFEFF' : ''}${text}\r\n`;
}

function field(cell: string | number | undefined): string | number | undefined {
  if (typeof cell !== 'string') return cell;
  const text = withoutHidden(cell);
  return beginsFormula(text) ? `'${text}` : text;
}
