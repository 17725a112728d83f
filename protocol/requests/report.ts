import type { ViewStatus } from '../compliance-view';
import { requestKind } from '../request';
import type { ViewPlace } from '../view-place';

/** The internal report of a dossier, to be looked at and followed; null when there is no such dossier (any more). */
export const reportRequest = requestKind<ReportParams, ReportView | null>('segur/rapport');

export interface ReportParams {
  /** Of the main manifest. */
  readonly uri: string;
}

/** What the saved report says, in words, with where each part of it leads. */
export interface ReportView {
  /** Of the main manifest. */
  readonly uri: string;
  readonly title: string;
  /** Progress in a sentence, and whom the report is for. */
  readonly lead: string;
  readonly notice: string;
  /** The counted states, what is done first. */
  readonly states: readonly { readonly status: ViewStatus; readonly label: string }[];
  /** Undefined when no catalogue can be read. */
  readonly counts?: readonly number[];
  readonly charts: readonly ReportChart[];
  readonly tables: readonly ReportTableView[];
  readonly timeline?: ReportDrawing;
  /** What {@link ReportLink} names by their number. */
  readonly places: readonly ViewPlace[];
}

/** Bars of proofs by state. */
export interface ReportChart {
  readonly by: 'chapter' | 'domain';
  readonly title: string;
  readonly bars: readonly {
    readonly name: string;
    /** In the order of {@link ReportView.states}. */
    readonly counts: readonly number[];
    /** What the bar does not count: requirements that are unknown, set aside, or without proofs. */
    readonly uncounted: readonly string[];
    /** For those who do not see it. */
    readonly description: string;
  }[];
}

export interface ReportTableView {
  readonly title: string;
  readonly role?: 'chapter' | 'domain' | 'matrix';
  readonly headers: readonly string[];
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly cells: readonly (string | number)[];
  /** By the number of the cell. */
  readonly links: Readonly<Record<number, ReportLink>>;
  readonly share?: {
    readonly chapter: string;
    readonly domain?: string;
    readonly statuses: readonly ViewStatus[];
  };
}

export type ReportLink =
  | { readonly kind: 'place'; readonly place: number }
  /** A file of the dossier that is there. */
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'web'; readonly url: string }
  /** The rows of the matrix that a figure counts. */
  | ({ readonly kind: 'rows' } & ReportCounted);

export interface ReportCounted {
  readonly chapter?: string;
  readonly domain?: string;
  readonly status?: ViewStatus;
}

/** A picture made by the server: markup without script, and the rules of style that are its own. */
export interface ReportDrawing {
  /** Title of the table that has its figures. */
  readonly title: string;
  readonly markup: string;
  readonly style: string;
}
