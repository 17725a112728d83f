import type { ReportView } from '../requests/report';
import type { ViewPlace } from '../view-place';

/** What the page of the report is given in its markup. */
export interface ReportStart {
  readonly locale: 'fr' | 'en';
  readonly words: ReportWords;
}

/** What the page says; `{name}` is filled in by the page. */
export interface ReportWords {
  readonly title: string;
  readonly loading: string;
  readonly tools: string;
  readonly search: string;
  readonly state: string;
  readonly chapter: string;
  readonly domain: string;
  readonly all: string;
  readonly clear: string;
  readonly save: Readonly<Record<ReportFormat, string>>;
  readonly openTable: string;
  readonly openManifest: string;
  readonly restart: string;
  readonly contents: string;
  readonly overall: string;
  readonly showOnly: string;
  readonly showOnlyState: string;
  readonly copyTable: string;
  readonly copyPicture: string;
  readonly copied: string;
  readonly pictureCopied: string;
  readonly notCopied: string;
  readonly filterColumns: string;
  readonly filterColumn: string;
  readonly sortBy: string;
  readonly shown: string;
  readonly more: string;
  readonly none: string;
}

export const reportFormats = ['html', 'xlsx', 'csv', 'md'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** What the extension tells the page of the report. */
export type ToReportPage =
  | { readonly kind: 'report'; readonly report: ReportView }
  /** Nothing can be shown; the words say why. */
  | { readonly kind: 'failed'; readonly message: string };

/** What the page of the report tells the extension. */
export type FromReportPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'openPlace'; readonly place: ViewPlace }
  | { readonly kind: 'openFile'; readonly uri: string }
  | { readonly kind: 'save'; readonly format: ReportFormat }
  | { readonly kind: 'run'; readonly what: 'table' | 'manifest' | 'restart' };
