import { pieceUri } from '../../core/dossier/piece-uri';
import type {
  ReportChart,
  ReportLink,
  ReportRow,
  ReportTableView,
  ReportView,
} from '../../../protocol/requests/report';
import type { ViewPlace } from '../../../protocol/view-place';
import type { Analysis } from '../../core/engine/analyse';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { say } from '../../core/messages/say';
import { countedStates, countsInWords } from '../../core/report/counted-states';
import { journeyDrawing } from '../../core/report/html/journey-drawing';
import type { Report } from '../../core/report/report';
import { headOf, reportTables, summaryLine } from '../../core/report/report-tables';
import type { ReportTable, Target } from '../../core/report/table';
import { words } from '../../core/report/words';
import type { Places } from '../compliance/places';
import { EntryPlaces } from './entry-places';

export interface ReportViewContext {
  readonly places: Places;
  readonly evidenceFile: (path: string) => EvidenceFile | undefined;
}

/** The report with where each part of it leads. What it says is what the saved one says: nothing is counted here. */
export function reportView(analysis: Analysis, report: Report, context: ReportViewContext): ReportView {
  const { locale, figures } = report;
  const links = new Links(analysis, context);
  const timeline = journeyDrawing(report);
  return {
    uri: analysis.dossier.main.uri,
    title: report.title,
    lead: summaryLine(report),
    notice: say(words.internal, locale),
    states: countedStates.map((status) => ({ status, label: headOf(status, locale) })),
    ...(figures ? { counts: countedStates.map((status) => figures.counts[status]) } : {}),
    charts: figures ? [chart(report, 'chapter'), chart(report, 'domain')].filter(({ bars }) => bars.length > 0) : [],
    tables: reportTables(report).map((one) => tableView(one, links)),
    ...(timeline ? { timeline } : {}),
    places: links.places,
  };
}

function chart(report: Report, by: ReportChart['by']): ReportChart {
  const { locale } = report;
  const groups = by === 'chapter' ? report.chapters : report.domains;
  return {
    by,
    title: say(words[by === 'chapter' ? 'byChapter' : 'byDomain'], locale),
    bars: groups.map(({ name, counts, uncounted }) => ({
      name,
      counts: countedStates.map((status) => counts[status]),
      uncounted,
      description: [countsInWords(name, counts, locale), ...uncounted].join(' · '),
    })),
  };
}

function tableView(table: ReportTable, links: Links): ReportTableView {
  return {
    title: table.title,
    ...(table.role ? { role: table.role } : {}),
    headers: table.columns.map(({ header }) => header),
    rows: table.rows.map((cells, row): ReportRow => {
      const share = table.share(row);
      const found = cells.flatMap((cell, column) => {
        const link = cell === undefined || cell === '' ? undefined : links.of(table.target(row, column));
        return link ? [[column, link] as const] : [];
      });
      return {
        cells: cells.map((cell) => cell ?? ''),
        links: Object.fromEntries(found),
        ...(share ? { share } : {}),
      };
    }),
  };
}

/** Where targets are. Each place is told once, by its number. */
class Links {
  readonly places: ViewPlace[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #analysis: Analysis;
  readonly #context: ReportViewContext;
  readonly #entries: EntryPlaces;

  constructor(analysis: Analysis, context: ReportViewContext) {
    this.#analysis = analysis;
    this.#context = context;
    this.#entries = new EntryPlaces(analysis, context.places);
  }

  of(target: Target | undefined): ReportLink | undefined {
    switch (target?.kind) {
      case undefined:
        return undefined;
      case 'entry':
        return this.#place(this.#entries.of(target));
      case 'text': {
        const { dossier } = this.#analysis;
        return this.#place(this.#context.places.at(target.uri ?? dossier.main.uri, 0, target.range));
      }
      case 'file':
        return this.#file(target.path);
      default:
        return target;
    }
  }

  #place(place: ViewPlace): ReportLink {
    const key = JSON.stringify(place);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.places.push(place) - 1;
      this.#numbers.set(key, number);
    }
    return { kind: 'place', place: number };
  }

  #file(written: string): ReportLink | undefined {
    const path = safePiecePath(written);
    if (path === undefined || this.#context.evidenceFile(path)?.state !== 'file') return undefined;
    const uri = pieceUri(this.#analysis.dossier, path);
    return uri === undefined ? undefined : { kind: 'file', uri };
  }
}
