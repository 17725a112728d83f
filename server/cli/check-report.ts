import { createHash } from 'node:crypto';
import type { Analysis } from '../core/engine/analyse';
import type { Finding } from '../core/findings/finding';
import { FindingWords } from '../core/engine/render-finding';
import { severities, type Severity } from '../core/findings/severity';
import { openRequests, type OpenRequest } from '../core/instruction/open-requests';
import type { Locale } from '../core/messages/say';
import { rules } from '../core/rules/registry';
import type { CatalogueState } from '../core/dossier/dossier';
import { examinedPieces, type ExaminedPiece } from '../core/report/examined-pieces';
import { chapterStates, type ChapterState } from '../core/instruction/chapter-states';
import type { ChapterCompliance } from '../core/status/compliance';
import { countLate, owedTasks } from '../core/status/owed-tasks';
import { requiredWithoutProof, uncountedTally, type UncountedTally } from '../core/status/requirement-words';
import type { Counts, Status } from '../core/status/status';
import { filingOf, type Filing } from '../core/submission/gate';
import { ChunkedText, type LineCharacter } from '../core/text/chunked-text';
import type { ThreadTally } from '../core/threads/thread-tally';
import type { OpenedDossiers } from './open-dossiers';
import type { OpenedPortfolio } from './open-portfolio';

/** A place of a manifest and what to say of it. */
export interface ReportedPlace {
  readonly message: string;
  /** Relative to the working directory, or to the root of the repository, as the format wants; `/` separated. */
  readonly file: string;
  /** Zero-based. */
  readonly range: { readonly start: LineCharacter; readonly end: LineCharacter };
}

/** A finding as every format shows it. */
export interface ReportedFinding extends ReportedPlace {
  readonly rule: string;
  readonly severity: Severity;
  /** Other places that the reader should see. */
  readonly related: readonly ReportedPlace[];
  /** The line on which it begins. */
  readonly line: string;
  /** Stays the same while the finding does, wherever its line moves; hexadecimal, no other of the report has it. */
  readonly fingerprint: string;
}

export interface DossierFigures {
  readonly file: string;
  readonly dispositif: string | undefined;
  /** The day of the check, `YYYY-MM-DD`, Europe/Paris: what depends on the calendar is told as of then. */
  readonly at: string;
  readonly catalogue: CatalogueState;
  /** What ANS waits for, the oldest first. */
  readonly requests: readonly OpenRequest[];
  /** Whether a final package could be made, and why not. */
  readonly filing: Filing;
  /** How many proofs the team is late with, as it set the days itself; of a choice one counts. */
  readonly late: number;
  /** Threads of the team; absent where they were not looked for. */
  readonly threads?: ThreadTally;
  /** How far each cited file was looked into. */
  readonly examined: readonly ExaminedPiece[];
  /** Undefined without a catalogue. */
  readonly figures: Figures | undefined;
}

export interface Figures {
  readonly status: Status;
  readonly counts: Counts;
  readonly chapters: readonly ChapterFigures[];
  /** Core-business scenarios, if any. */
  readonly coreScenarios: readonly { readonly id: string; readonly status: Status; readonly counts: Counts }[];
}

export interface ChapterFigures {
  readonly name: string;
  readonly status: Status;
  readonly counts: Counts;
  /** Requirements of which no proof is counted, by state. */
  readonly uncounted: UncountedTally;
  /** Ids of those that apply and of which the REM expects no proof. */
  readonly requiredWithoutProof: readonly string[];
  /** What ANS says of it, as the dossier notes it. */
  readonly said?: ChapterState;
}

export interface CheckReport {
  /** The day of the check, as above. */
  readonly at: string;
  readonly findings: readonly ReportedFinding[];
  readonly summary: Readonly<Record<Severity, number>>;
  readonly dossiers: readonly DossierFigures[];
}

/**
 * Everything that `check` found, in words.
 * @param pathOf how the files are named
 */
export function checkReport(
  {
    dossiers,
    unread,
    portfolios = [],
    at,
  }: Pick<OpenedDossiers, 'dossiers' | 'unread' | 'at'> & Partial<Pick<OpenedDossiers, 'portfolios'>>,
  pathOf: (uri: string) => string,
  locale: Locale,
): CheckReport {
  const words = new FindingWords(rules);
  const seen = new Map<string, number>();
  const findings = [
    ...unread.map((finding) => unreadFinding(finding, pathOf, words, locale)),
    ...portfolios.flatMap((one) => portfolioFindings(one, pathOf, words, locale, seen)),
    ...dossiers.flatMap(({ analysis }) => reportedFindings(analysis, pathOf, words, locale, seen)),
  ];
  const summary = Object.fromEntries(
    severities.map((severity) => [severity, findings.filter((one) => one.severity === severity).length]),
  ) as Record<Severity, number>;
  const figures = dossiers.map(({ analysis }) => dossierFigures(analysis, pathOf));
  return { at, findings, summary, dossiers: figures };
}

export function dossierFigures(
  analysis: Analysis,
  pathOf: (uri: string) => string,
  threads?: ThreadTally,
): DossierFigures {
  const { main } = analysis.dossier;
  const state = analysis.compliance();
  const said = chapterStates(main.parsed);
  return {
    file: pathOf(main.uri),
    dispositif: main.parsed.dossier?.facts.dispositif?.value,
    at: analysis.context.today,
    catalogue: analysis.dossier.catalogue,
    requests: openRequests(analysis, analysis.context.today),
    filing: filingOf(analysis),
    late: state ? countLate(owedTasks(state, analysis.context.today)) : 0,
    ...(threads ? { threads } : {}),
    examined: examinedPieces(analysis),
    figures: state && {
      status: state.status,
      counts: state.counts,
      chapters: state.chapters.map((chapter) => chapterFigures(chapter, said.get(chapter.name))),
      coreScenarios: state.coreScenarios.map(({ scenario, status, counts }) => ({ id: scenario.id, status, counts })),
    },
  };
}

/** Of a manifest that was not read only its beginning can be shown. */
function unreadFinding(
  finding: Finding,
  pathOf: (uri: string) => string,
  words: FindingWords,
  locale: Locale,
): ReportedFinding {
  const { rule, severity, message, args } = finding;
  const file = pathOf(finding.uri);
  const start = { line: 0, character: 0 };
  return {
    rule,
    severity,
    message: words.message(finding, locale),
    file,
    range: { start, end: start },
    related: [],
    line: '',
    fingerprint: digestOf([rule, file, message, JSON.stringify(args)].join('\n')),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function chapterFigures(
  { name, status, counts, requirements }: ChapterCompliance,
  said: ChapterState | undefined,
): ChapterFigures {
  return {
    name,
    status,
    counts,
    uncounted: uncountedTally(requirements),
    requiredWithoutProof: requiredWithoutProof(requirements).map(({ requirement }) => requirement.id),
    ...(said ? { said } : {}),
  };
}

/** @param seen how often each finding came so far: dossiers may share a fragment */
function reportedFindings(
  analysis: Analysis,
  pathOf: (uri: string) => string,
  words: FindingWords,
  locale: Locale,
  seen: Map<string, number>,
): ReportedFinding[] {
  const { main, fragments } = analysis.dossier;
  const files = new Map(
    [main, ...fragments].map(({ uri, parsed }) => [uri, { path: pathOf(uri), text: parsed.source }]),
  );
  return inTexts(analysis.findings, files, words, locale, seen);
}

/** Of the portfolio's own file. */
function portfolioFindings(
  { portfolio, findings }: OpenedPortfolio,
  pathOf: (uri: string) => string,
  words: FindingWords,
  locale: Locale,
  seen: Map<string, number>,
): ReportedFinding[] {
  const text = ChunkedText.of(portfolio.parsed?.text ?? '');
  return inTexts(findings, new Map([[portfolio.uri, { path: pathOf(portfolio.uri), text }]]), words, locale, seen);
}

function inTexts(
  all: readonly Finding[],
  files: ReadonlyMap<string, { readonly path: string; readonly text: ChunkedText }>,
  words: FindingWords,
  locale: Locale,
  seen: Map<string, number>,
): ReportedFinding[] {
  const place = ({ uri, range }: Pick<Finding, 'uri' | 'range'>, message: string): ReportedPlace[] => {
    const file = files.get(uri);
    if (!file) return [];
    const [start, end] = [file.text.position(range.start), file.text.position(range.end)];
    return [{ message, file: file.path, range: { start, end } }];
  };
  return all.flatMap((finding) => {
    const file = files.get(finding.uri);
    const [at] = place(finding, words.message(finding, locale));
    if (!file || !at) return [];
    const { start } = at.range;
    const line = file.text
      .slice(file.text.lineStart(start.line), file.text.lineStart(start.line + 1))
      .replace(/\r?\n$/, '');
    const what = [finding.rule, file.path, finding.message, JSON.stringify(finding.args), line.trim()].join('\n');
    const nth = seen.get(what) ?? 0;
    seen.set(what, nth + 1);
    return [
      {
        ...at,
        rule: finding.rule,
        severity: finding.severity,
        related: (finding.related ?? []).flatMap((one) => place(one, words.related(finding, one, locale))),
        line,
        fingerprint: digestOf(`${what}\n${nth}`),
      },
    ];
  });
}
