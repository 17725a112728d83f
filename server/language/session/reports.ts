import type { Diagnostic } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../core/engine/analyse';
import { FindingWords } from '../../core/engine/render-finding';
import type { Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import type { Rule } from '../../core/rules/rule';
import { portfolioFindings } from '../../core/holdings/portfolio-findings';
import { isPortfolioUri } from '../../core/portfolio/portfolio-shape';
import { ChunkedText } from '../../core/text/chunked-text';
import { ManifestDocument } from '../manifest-document';
import { heldDossiers } from './held-dossiers';
import { diagnosticsOf } from '../diagnostics';
import { orphanDiagnostic } from '../orphan-fragment';
import type { Analyses, FileAnalyses } from './analyses';
import { analysedDocument } from './analysed-document';

/** The diagnostics of one file. Two reports with the same id say the same. */
export interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
}

interface Kept {
  readonly analyses: readonly Analysis[];
  /** Whether it says that the file was not read. */
  readonly unread: boolean;
  readonly locale: Locale;
  readonly json: string;
  readonly report: Report;
}

/** Turns analyses into reports. A report is made anew when its analyses change, and has a new id only when it says more or less. */
export class Reports {
  readonly #kept = new Map<string, Kept>();
  readonly #portfolios = new Map<string, Pick<Kept, 'json' | 'report'>>();
  readonly #words: FindingWords;
  /** Rules that look at files alone: all that can be said of a fragment outside any dossier. */
  readonly #fileRules: ReadonlySet<string>;
  #count = 0;

  /** @param stamp tells the ids of this run from those of another, which a client may still hold */
  constructor(
    readonly analyses: Analyses,
    rules: readonly Rule[],
    readonly stamp: string,
  ) {
    this.#words = new FindingWords(rules);
    this.#fileRules = new Set(rules.filter(looksAtFilesAlone).map(({ meta }) => meta.id));
  }

  async of(uri: string, locale: Locale, cancellation: Cancellation): Promise<Report> {
    if (isPortfolioUri(uri)) return this.#ofPortfolio(uri, locale, cancellation);
    const unread = await this.analyses.workspace.unreadAt(uri, cancellation);
    const found: FileAnalyses = unread ? { dossiers: [] } : await this.analyses.ofFile(uri, cancellation);
    const analyses = found.orphan ? [found.orphan] : found.dossiers;
    const kept = this.#kept.get(uri);
    if (!unread && !kept?.unread && kept?.locale === locale && sameList(kept.analyses, analyses)) return kept.report;
    const items = unread
      ? diagnosticsOf(uri, [unread], { words: this.#words, locale, documentOf: emptyDocument })
      : found.orphan
        ? this.#orphanItems(uri, found.orphan, locale)
        : this.#items(uri, found, locale);
    const json = JSON.stringify(items);
    const report = kept?.json === json ? kept.report : { id: `${this.stamp}-${++this.#count}`, items };
    this.#kept.set(uri, { analyses, unread: unread !== undefined, locale, json, report });
    return report;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
    this.#portfolios.delete(uri);
  }

  async #ofPortfolio(uri: string, locale: Locale, cancellation: Cancellation): Promise<Report> {
    const held = await heldDossiers(this.analyses, uri, cancellation);
    const text = ChunkedText.of(held?.portfolio.parsed?.text ?? '');
    const document = ManifestDocument.holding(uri, text);
    const findings = held ? portfolioFindings(held.portfolio, held.holdings) : [];
    const items = diagnosticsOf(uri, findings, { words: this.#words, locale, documentOf: () => document });
    const json = JSON.stringify(items);
    const kept = this.#portfolios.get(uri);
    if (kept?.json === json) return kept.report;
    const report = { id: `${this.stamp}-${++this.#count}`, items };
    this.#portfolios.set(uri, { json, report });
    return report;
  }

  #items(uri: string, { dossiers }: FileAnalyses, locale: Locale): Diagnostic[] {
    const findings = dossiers.flatMap((analysis) => analysis.findings);
    const documentOf = (other: string): TextDocument | undefined => analysedDocument(other, dossiers);
    return diagnosticsOf(uri, findings, { words: this.#words, locale, documentOf });
  }

  #orphanItems(uri: string, orphan: Analysis, locale: Locale): Diagnostic[] {
    const findings = orphan.findings.filter(({ rule }) => this.#fileRules.has(rule));
    const document = analysedDocument(uri, [orphan]);
    if (!document) return [];
    const context = { words: this.#words, locale, documentOf: () => document };
    return [
      ...orphanDiagnostic(orphan.dossier.main.parsed, document, locale),
      ...diagnosticsOf(uri, findings, context),
    ];
  }
}

/** Of a file that was not read only its beginning is known. */
function emptyDocument(uri: string): TextDocument {
  return TextDocument.create(uri, '', 0, '');
}

function looksAtFilesAlone(rule: Rule): boolean {
  const levels = ['dossier', 'requirement', 'scenario', 'proof', 'evidence'] as const;
  return rule.file !== undefined && levels.every((level) => rule[level] === undefined);
}

function sameList(a: readonly Analysis[], b: readonly Analysis[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
