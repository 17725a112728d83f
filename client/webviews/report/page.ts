import type { ReportCounted, ReportView } from '../../../protocol/requests/report';
import type { FromReportPage, ReportStart, ReportWords } from '../../../protocol/webview/report-page';
import type { SentenceArguments } from '../../../words/say';
import type { ReportLook, TableLook } from './look';

/** What the parts of the page work with. */
export interface ReportPage {
  readonly report: ReportView;
  readonly words: ReportWords;
  readonly locale: ReportStart['locale'];
  readonly look: ReportLook;
  readonly say: (text: string, args?: SentenceArguments) => string;
  readonly send: (message: FromReportPage) => void;
  /** Shows the report otherwise. */
  readonly change: (look: Partial<ReportLook>) => void;
  readonly changeTable: (title: string, look: TableLook) => void;
  /** Shows the rows of the matrix that a figure counts, and goes there. */
  readonly count: (counted: ReportCounted) => void;
  /** Tells those who do not see it, and those who do. */
  readonly tell: (text: string) => void;
  /** Copies, and tells what came of it. */
  readonly copy: (copied: string, run: () => Promise<void>) => void;
}

/** Id of a heading, by the place of its section in the page. */
export const sectionId = (title: string): string => `section-${encodeURIComponent(title)}`;
