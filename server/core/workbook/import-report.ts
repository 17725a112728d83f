import { say, type Locale, type Sentence, type SentenceArguments } from '../messages/say';
import type { LayoutName } from './layout';
import { doubtRanks, rankTitles, ranksInOrder, type DoubtRank } from './doubt-ranks';
import { doubtSentences, type DoubtCode } from './doubt-sentences';

/** Something the importer was not sure of, or could not take. Every cell it set aside is in `kept`. */
export interface ImportDoubt {
  readonly code: DoubtCode;
  readonly rank: DoubtRank;
  readonly sheet: string;
  /** 1-based row of the sheet. */
  readonly row: number;
  /** Letters of the column, when one cell is meant. */
  readonly column?: string;
  readonly message: Sentence;
  /** The text concerned, word for word; empty when the doubt is about something missing. */
  readonly kept: string;
}

/** What became of one sheet. `header + preamble + read + unread` is `nonEmpty`. */
export interface SheetReport {
  readonly name: string;
  readonly hidden: boolean;
  /** Absent when the sheet was left aside. */
  readonly layout?: LayoutName;
  readonly ignored?: 'autre-contenu' | 'masquee';
  /** 1-based row of the column names. */
  readonly headerRow?: number;
  readonly rows: {
    readonly nonEmpty: number;
    /** Rows of column names, repeated ones included. */
    readonly header: number;
    /** Rows above the column names (title, notes). */
    readonly preamble: number;
    /** Rows whose content is in the catalogue. */
    readonly read: number;
    /** Rows that could not be attached to anything: each has a doubt with its content. */
    readonly unread: number;
  };
  /** Columns that no field of the catalogue takes, with the number of filled cells under the header. */
  readonly otherColumns: readonly { readonly column: string; readonly header: string; readonly filled: number }[];
}

export interface ChapterCount {
  readonly chapter: string;
  readonly requirements: number;
  readonly scenarios: number;
  readonly proofs: number;
}

export interface ImportReport {
  readonly read: {
    readonly requirements: number;
    /** Scenarios under requirements. */
    readonly scenarios: number;
    /** Expected proofs under requirements. */
    readonly proofs: number;
    readonly coreScenarios: number;
    readonly coreSteps: number;
    readonly coreProofs: number;
    readonly perChapter: readonly ChapterCount[];
  };
  readonly sheets: readonly SheetReport[];
  /** What is lost or ambiguous first, what changes nothing last; then in the order of sheets and rows. */
  readonly doubts: readonly ImportDoubt[];
}

/** A cell or row of the workbook. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
}

/** Gathers the doubts of one import. */
export class Doubts {
  readonly #all: ImportDoubt[] = [];

  add(code: DoubtCode, place: Place, kept: string, args: SentenceArguments = {}): void {
    const sentence = doubtSentences[code];
    const message = { fr: say(sentence, 'fr', args), en: say(sentence, 'en', args) };
    this.#all.push({ code, rank: doubtRanks[code], ...place, message, kept });
  }

  /** @param sheetNames order of the sheets */
  inOrder(sheetNames: readonly string[]): ImportDoubt[] {
    const at = new Map(sheetNames.map((name, i) => [name, i]));
    return [...this.#all].sort(
      (one, other) =>
        ranksInOrder.indexOf(one.rank) - ranksInOrder.indexOf(other.rank) ||
        (at.get(one.sheet) ?? 0) - (at.get(other.sheet) ?? 0) ||
        one.row - other.row,
    );
  }
}

/** The doubts of one rank. */
export interface DoubtGroup {
  readonly rank: DoubtRank;
  readonly title: Sentence;
  readonly doubts: readonly ImportDoubt[];
}

/** The doubts by rank, what matters most first; ranks without doubt are left out. */
export function doubtGroups({ doubts }: Pick<ImportReport, 'doubts'>): DoubtGroup[] {
  return ranksInOrder
    .map((rank) => ({ rank, title: rankTitles[rank], doubts: doubts.filter((doubt) => doubt.rank === rank) }))
    .filter((group) => group.doubts.length > 0);
}

/** A doubt on one line, with its place: `Exigences!M13 : …`. */
export function doubtLine({ sheet, row, column, message }: ImportDoubt, locale: Locale): string {
  return `${sheet}!${column ?? ''}${row} : ${message[locale]}`;
}
