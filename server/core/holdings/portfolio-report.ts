import { severities, type Severity } from '../findings/severity';
import type { Locale } from '../messages/say';
import { table, type Column, type ReportTable } from '../report/table';
import { words } from '../report/words';
import { headOf } from '../report/report-tables';
import { percentage } from '../status/percentage';
import { totalOf, type Counts, type Status } from '../status/status';
import { statusWords } from '../status/status-words';
import { filingOf } from '../submission/gate';
import { commonPieces, isMissing, type CommonPiece } from './common-pieces';
import { freshnessOf, type Freshness } from './freshness';
import { productOf, waveOf, type Holding } from './holding';
import type { Offer, ProofPlace } from './offers';
import { portfolioWords } from './portfolio-words';

/** One dossier of a portfolio in figures. */
export interface DossierRow extends Freshness {
  readonly path: string;
  /** Absent without a catalogue. */
  readonly figures?: { readonly status: Status; readonly counts: Counts };
  readonly findings: Readonly<Record<Severity, number>>;
  readonly isFileable: boolean;
}

/** What the report of a portfolio says. */
export interface PortfolioReport {
  readonly locale: Locale;
  readonly toolVersion: string;
  /** Day of the check, `YYYY-MM-DD`. */
  readonly date: string;
  /** By product, wave, then path. */
  readonly dossiers: readonly DossierRow[];
  readonly common: readonly CommonPiece[];
  readonly offers: readonly Offer[];
  /** What is wrong with the portfolio itself, in words; a dossier that could not be read is among them. */
  readonly problems: readonly string[];
}

/** The figures of one dossier. */
export function dossierRow(holding: Holding): DossierRow {
  const { analysis, path } = holding;
  const state = analysis.compliance();
  const findings = Object.fromEntries(
    severities.map((severity) => [severity, analysis.findings.filter((one) => one.severity === severity).length]),
  ) as Record<Severity, number>;
  return {
    path,
    ...freshnessOf(holding),
    ...(state ? { figures: { status: state.status, counts: state.counts } } : {}),
    findings,
    isFileable: filingOf(analysis).isPossible,
  };
}

/** Reads a checked portfolio into its report. */
export function portfolioReport(
  holdings: readonly Holding[],
  more: Pick<PortfolioReport, 'locale' | 'toolVersion' | 'date' | 'offers' | 'problems'>,
): PortfolioReport {
  return { ...more, dossiers: inGroups(holdings).map(dossierRow), common: commonPieces(holdings) };
}

/** By product, wave, then path: what is not known comes last. */
export function inGroups(holdings: readonly Holding[]): readonly Holding[] {
  const key = (one: Holding) => [productOf(one) ?? '\uffff', waveOf(one) ?? Infinity, one.path] as const;
  return [...holdings].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    for (const at of [0, 1, 2] as const) if (x[at] !== y[at]) return x[at] < y[at] ? -1 : 1;
    return 0;
  });
}

/** The tables of the report, for every format that has tables. */
export function portfolioTables(report: PortfolioReport): ReportTable[] {
  return [
    dossierTable(report),
    freshnessTable(report),
    ...(report.common.length > 0 ? [commonTable(report)] : []),
    ...(report.offers.length > 0 ? [offerTable(report)] : []),
    ...(report.problems.length > 0 ? [problemTable(report)] : []),
  ];
}

function dossierTable({ dossiers, locale }: PortfolioReport): ReportTable {
  const counted = (status: 'provided' | 'toProvide' | 'incomplete' | 'toReview'): Column<DossierRow> => [
    headOf(status, locale),
    12,
    ({ figures }) => figures?.counts[status],
  ];
  const columns: Column<DossierRow>[] = [
    [portfolioWords.product[locale], 24, ({ product }) => product],
    [portfolioWords.wave[locale], 8, ({ wave }) => wave],
    [portfolioWords.dossier[locale], 40, ({ path }) => path],
    [words.dispositif[locale], 18, ({ dispositif }) => dispositif],
    [words.status[locale], 18, ({ figures }) => statusWords[figures?.status ?? 'unknown'][locale]],
    [words.expectedCount[locale], 12, ({ figures }) => figures && totalOf(figures.counts)],
    counted('provided'),
    counted('toProvide'),
    counted('incomplete'),
    counted('toReview'),
    [
      portfolioWords.percent[locale],
      12,
      ({ figures }) => figures && percentage(figures.counts.provided, totalOf(figures.counts)),
    ],
    [portfolioWords.errors[locale], 10, ({ findings }) => findings.error],
    [portfolioWords.ready[locale], 12, ({ isFileable }) => portfolioWords[isFileable ? 'yes' : 'no'][locale]],
  ];
  return table(portfolioWords.dossiers[locale], columns, dossiers);
}

function freshnessTable({ dossiers, locale }: PortfolioReport): ReportTable {
  const columns: Column<DossierRow>[] = [
    [portfolioWords.dossier[locale], 40, ({ path }) => path],
    [words.softwareVersion[locale], 14, ({ version }) => version],
    [words.versionDate[locale], 14, ({ versionDate }) => versionDate],
    [portfolioWords.catalogueVersion[locale], 18, ({ catalogueVersion }) => catalogueVersion],
    [portfolioWords.catalogueDate[locale], 14, ({ catalogueDate }) => catalogueDate],
    [portfolioWords.oldest[locale], 14, ({ oldest }) => oldest],
    [portfolioWords.newest[locale], 14, ({ newest }) => newest],
    [portfolioWords.age[locale], 12, ({ age }) => age],
    [portfolioWords.undated[locale], 12, ({ undated }) => undated],
    [words.plannedFiling[locale], 14, ({ plannedFiling }) => plannedFiling],
    [portfolioWords.closing[locale], 14, ({ closing }) => closing],
    [portfolioWords.daysLeft[locale], 14, ({ daysLeft }) => daysLeft],
  ];
  return table(portfolioWords.freshness[locale], columns, dossiers);
}

function commonTable({ common, locale }: PortfolioReport): ReportTable {
  const columns: Column<CommonPiece>[] = [
    [portfolioWords.piece[locale], 40, ({ path }) => path],
    [portfolioWords.state[locale], 16, (piece) => commonState(piece, locale)],
    [portfolioWords.restsOn[locale], 60, ({ users }) => users.map(({ dossier }) => dossier).join(', ')],
    [
      portfolioWords.proofs[locale],
      60,
      ({ users }) => users.map(({ dossier, ids }) => `${dossier} : ${ids.join(', ')}`).join(' · '),
    ],
  ];
  return table(portfolioWords.common[locale], columns, common);
}

/** Whether a common piece is there, and as its dossiers noted it. */
export function commonState(piece: CommonPiece, locale: Locale): string {
  if (piece.file === undefined) return portfolioWords.unlooked[locale];
  if (isMissing(piece)) return portfolioWords.missing[locale];
  return portfolioWords[piece.users.some(({ isChanged }) => isChanged) ? 'changed' : 'present'][locale];
}

/** A proof as people name it. */
export function proofPlaceText({ dossier, requirement, proof }: ProofPlace): string {
  return `${dossier} · ${requirement} · ${proof}`;
}

function offerTable({ offers, locale }: PortfolioReport): ReportTable {
  const columns: Column<Offer>[] = [
    [portfolioWords.number[locale], 14, ({ id }) => id],
    [portfolioWords.piece[locale], 40, ({ path }) => path],
    [portfolioWords.from[locale], 50, ({ from }) => proofPlaceText(from)],
    [portfolioWords.to[locale], 50, ({ to }) => proofPlaceText(to)],
    [portfolioWords.reason[locale], 30, ({ reason }) => portfolioWords[reason][locale]],
    [words.date[locale], 12, ({ date }) => date],
    [words.softwareVersion[locale], 12, ({ version }) => version],
  ];
  return table(portfolioWords.offers[locale], columns, offers);
}

function problemTable({ problems, locale }: PortfolioReport): ReportTable {
  return table(portfolioWords.findings[locale], [[portfolioWords.state[locale], 100, (one: string) => one]], problems);
}

/** The same as plain data, version 1: codes and dates, never translated. */
export function portfolioJson({ date, dossiers, common, offers, problems }: PortfolioReport): object {
  return {
    version: 1,
    at: date,
    dossiers: dossiers.map(({ figures, path, ...rest }) => ({
      dossier: path,
      status: figures ? statusWords[figures.status].fr : null,
      counts: figures?.counts ?? null,
      ...rest,
    })),
    common: common.map((piece) => ({
      path: piece.path,
      state: piece.file?.state ?? null,
      dossiers: piece.users.map(({ dossier, ids, isChanged }) => ({ dossier, proofs: ids, changed: isChanged })),
    })),
    offers,
    problems,
  };
}
