import { keptControlWords } from '../evidence/cda-control-words';
import { say, type Locale } from '../messages/say';
import { percentage } from '../status/percentage';
import { totalOf } from '../status/status';
import { statusWords } from '../status/status-words';
import type { EvidenceRow } from './evidence-rows';
import type { CoverageProof, CoverageRow, FindingRow, Report, ReportGroup } from './report';
import { requestsTables } from './requests-tables';
import { journeyTables } from './journey-tables';
import { taskTables } from './tasks/task-table';
import {
  table,
  webTarget,
  type Cell,
  type Column,
  type Counted,
  type ReportTable,
  type Share,
  type Target,
} from './table';
import { integrityWords, judgementWords, kindWords, severityWords, words } from './words';

/** Figures by chapter, or by domain. */
function groupTable(report: Report, by: 'chapter' | 'domain'): ReportTable {
  const { locale } = report;
  const groups = by === 'chapter' ? report.chapters : report.domains;
  const title = words[by === 'chapter' ? 'byChapter' : 'byDomain'][locale];
  const rowsOf = (counted: Counted): Target => ({ kind: 'rows', ...counted });
  const counted = (status: CountedStatus): Column<ReportGroup> => [
    headOf(status, locale),
    12,
    ({ counts }) => counts[status],
    ({ name }) => rowsOf({ [by]: name, status }),
  ];
  const columns: Column<ReportGroup>[] = [
    [words[by][locale], 48, ({ name }) => name, ({ name }) => rowsOf({ [by]: name })],
    [words.status[locale], 18, ({ status }) => statusWords[status][locale]],
    [words.requirements[locale], 12, ({ requirements }) => requirements, ({ name }) => rowsOf({ [by]: name })],
    [words.expectedCount[locale], 12, ({ counts }) => totalOf(counts), ({ name }) => rowsOf({ [by]: name })],
    counted('provided'),
    counted('toProvide'),
    counted('incomplete'),
    counted('toReview'),
    [words.uncounted[locale], 40, ({ uncounted }) => uncounted.join(' · ')],
  ];
  if (groups.some(({ ansState }) => ansState !== undefined)) {
    columns.push([words.ansState[locale], 24, ({ ansState }) => ansState]);
  }
  return table(title, columns, groups, { role: by });
}

interface CoverageLine {
  readonly row: CoverageRow;
  readonly proof?: CoverageProof;
  readonly piece?: EvidenceRow;
}

/**
 * The matrix, one line a piece of evidence; a proof without evidence, and a requirement without proof, have a line too:
 * nothing that is expected is missing from it.
 */
export function coverageTable(report: Report): ReportTable {
  const { locale, forAns, idLabel } = report;
  const columns: Column<CoverageLine>[] = [
    [words.chapter[locale], 28, ({ row }) => row.chapter],
    [words.domain[locale], 22, ({ row }) => row.domain],
    [words.requirement[locale], 16, ({ row }) => idLabel(row.id), ({ row }) => entryOf(row)],
    [words.text[locale], 60, ({ row }) => row.text],
    [words.nature[locale], 14, ({ row }) => row.nature],
    [words.profiles[locale], 18, ({ row }) => row.profiles.join(', ')],
    [words.requirementStatus[locale], 16, ({ row }) => row.state],
    [
      words.scenario[locale],
      18,
      ({ proof }) => proof && idLabel(proof.scenario),
      ({ row, proof }) => proof && { ...entryOf(row), scenario: proof.scenario },
    ],
    [
      words.proof[locale],
      22,
      ({ proof }) => proof && idLabel(proof.id),
      ({ row, proof }) => proof && { ...entryOf(row), scenario: proof.scenario, proof: proof.id },
    ],
    [words.expected[locale], 50, ({ proof }) => proof?.expected],
    [words.types[locale], 26, ({ proof }) => proof?.types.join(', ')],
    [words.proofStatus[locale], 18, ({ proof }) => proof && proofStatus(proof, locale)],
    [words.conformity[locale], 50, ({ proof }) => proof?.conformity],
    ...pieceColumns(locale, forAns).map(([header, width, value, target]): Column<CoverageLine> => [
      header,
      width,
      ({ piece }) => piece && value(piece),
      ({ piece }) => piece && target?.(piece),
    ]),
  ];
  if (!forAns) {
    columns.push([words.noteOfRequirement[locale], 40, ({ row }) => row.internalNote]);
  }
  const pieces = new Map<string, EvidenceRow[]>();
  for (const piece of report.evidence) {
    if (piece.status === undefined) continue;
    const key = slotOf(piece.requirement || piece.scenario, piece.scenario, piece.proof);
    const list = pieces.get(key);
    if (list) list.push(piece);
    else pieces.set(key, [piece]);
  }
  const lines = report.coverage.flatMap((row): CoverageLine[] => {
    if (row.proofs.length === 0) return [{ row }];
    return row.proofs.flatMap((proof): CoverageLine[] => {
      const own = pieces.get(slotOf(row.id, proof.scenario, proof.id));
      return own ? own.map((piece) => ({ row, proof, piece })) : [{ row, proof }];
    });
  });
  return table(words.coverage[locale], columns, lines, { role: 'matrix', share: shareOf });
}

/** A core-business scenario stands for itself in the matrix. */
function entryOf({ id, isCore }: CoverageRow): Extract<Target, { readonly kind: 'entry' }> {
  return isCore ? { kind: 'entry', scenario: id } : { kind: 'entry', requirement: id };
}

/** As the figures count it: a choice that is owed is a proof to be provided, whichever of its proofs comes to be chosen. */
function shareOf({ row, proof }: CoverageLine): Share {
  const own = proof?.status ?? row.status;
  const isOwed = proof ? proof.oneOf || (row.oneScenarioOwed && own === 'nothingExpected') : row.oneScenarioOwed;
  return { chapter: row.chapter, domain: row.domain, statuses: isOwed ? [own, 'toProvide'] : [own] };
}

/** Every piece of evidence, with « intacte » and « jugée suffisante » apart. */
export function evidenceTable(report: Report): ReportTable {
  const { locale, forAns, idLabel } = report;
  const columns: Column<EvidenceRow>[] = [
    [words.chapter[locale], 28, ({ chapter }) => chapter],
    [
      words.requirement[locale],
      16,
      ({ requirement }) => idLabel(requirement),
      ({ requirement }) => (requirement === '' ? undefined : { kind: 'entry', requirement }),
    ],
    [words.proof[locale], 22, ({ proof }) => idLabel(proof), proofTarget],
    [words.proofStatus[locale], 18, ({ status }) => (status ? statusWords[status] : words.notCounted)[locale]],
    ...pieceColumns(locale, forAns),
    ...controlColumns(report),
  ];
  return table(words.evidence[locale], columns, report.evidence, {
    share: ({ chapter, status }) => ({ chapter, statuses: status ? [status] : [] }),
  });
}

function proofTarget({ requirement, scenario, proof }: EvidenceRow): Target {
  return { kind: 'entry', ...(requirement === '' ? {} : { requirement }), scenario, proof };
}

function pieceTarget({ kind, value }: EvidenceRow): Target | undefined {
  if (kind === 'lien') return webTarget(value);
  return kind === 'fichier' || kind === 'declaration' ? fileTarget(value) : undefined;
}

function fileTarget(path: string): Target | undefined {
  return path === '' ? undefined : { kind: 'file', path };
}

function pieceColumns(locale: Locale, forAns: boolean): Column<EvidenceRow>[] {
  const columns: Column<EvidenceRow>[] = [
    [words.kind[locale], 16, ({ kind }) => kindWords[kind][locale]],
    [words.piece[locale], 44, ({ value }) => value, pieceTarget],
    [words.title[locale], 28, ({ title }) => title],
    [words.date[locale], 12, ({ date }) => date],
    [words.softwareVersion[locale], 12, ({ version }) => version],
    [words.testCase[locale], 18, ({ testCase }) => testCase],
    [words.intact[locale], 20, ({ integrity }) => integrityWords[integrity][locale]],
    ...(forAns ? [] : [examinedColumn(locale), ...reviewColumns(locale)]),
    [words.comment[locale], 40, ({ comment }) => comment],
    [words.size[locale], 14, ({ size }) => size],
    ['SHA-256', 66, ({ sha256 }) => sha256],
  ];
  if (!forAns) columns.push([words.note[locale], 40, ({ internalNote }) => internalNote]);
  return columns;
}

function examinedColumn(locale: Locale): Column<EvidenceRow> {
  return [words.examined[locale], 30, ({ examined }) => examined];
}

/** Only where something was held against the team's schemas. */
function controlColumns({ evidence, forAns, locale }: Report): Column<EvidenceRow>[] {
  if (forAns || !evidence.some(({ controls }) => controls)) return [];
  return [
    [words.control[locale], 60, ({ controls = [] }) => controls.map((one) => keptControlWords(one, locale)).join('\n')],
  ];
}

function reviewColumns(locale: Locale): Column<EvidenceRow>[] {
  return [
    [words.judged[locale], 20, ({ review }) => review && judgementWords[review.judgement][locale]],
    [words.reviewedBy[locale], 18, ({ review }) => review?.by],
    [words.reviewedOn[locale], 12, ({ review }) => review?.on],
  ];
}

function withoutProofTable({ locale, withoutProof, idLabel }: Report): ReportTable {
  return table(
    words.withoutProof[locale],
    [
      [words.chapter[locale], 28, ({ chapter }) => chapter],
      [words.requirement[locale], 18, ({ id }) => idLabel(id), ({ id }) => ({ kind: 'entry', requirement: id })],
      [words.text[locale], 60, ({ text }) => text],
    ],
    withoutProof,
  );
}

function notApplicableTable({ locale, notApplicable, idLabel }: Report): ReportTable {
  return table(
    words.notApplicable[locale],
    [
      [words.requirement[locale], 18, ({ id }) => idLabel(id), ({ id }) => ({ kind: 'entry', requirement: id })],
      [words.text[locale], 60, ({ text }) => text],
      [words.justification[locale], 60, ({ justification }) => justification],
      [
        words.declaration[locale],
        44,
        ({ declaration, declarationFound }) =>
          declarationFound ? declaration : `${declaration} (${words.declarationMissing[locale]})`,
        ({ declaration }) => fileTarget(declaration),
      ],
    ],
    notApplicable,
  );
}

function approvalsTable({ locale, approvals }: Report): ReportTable {
  return table(
    words.approvals[locale],
    [
      [words.teleservice[locale], 20, ({ teleservice }) => teleservice],
      [words.status[locale], 24, ({ state }) => state],
      [words.date[locale], 12, ({ date }) => date],
      [words.piece[locale], 44, ({ evidence }) => evidence, ({ evidence }) => fileTarget(evidence)],
    ],
    approvals,
  );
}

/** @returns undefined in a report for ANS */
function findingsTable({ locale, findings }: Report): ReportTable | undefined {
  return (
    findings &&
    table(
      words.findings[locale],
      [
        [words.severity[locale], 14, ({ severity }) => severityWords[severity][locale]],
        [words.rule[locale], 32, ({ rule }) => rule],
        [words.place[locale], 40, ({ place }) => place, placeTarget],
        [words.message[locale], 90, ({ message }) => message],
      ],
      findings.list,
    )
  );
}

/** @returns undefined in a report for ANS */
function acceptedTable({ locale, findings }: Report): ReportTable | undefined {
  return (
    findings &&
    table(
      words.accepted[locale],
      [
        [words.rule[locale], 32, ({ rule }) => rule],
        [words.place[locale], 40, ({ place }) => place, placeTarget],
        [words.message[locale], 70, ({ message }) => message],
        [words.reason[locale], 50, ({ reason }) => reason],
      ],
      findings.accepted,
    )
  );
}

function placeTarget({ at }: FindingRow): Target {
  return { kind: 'text', ...at };
}

/** The identity of the dossier and its figures as a whole. */
export function summaryTable(report: Report): ReportTable {
  const { locale, figures } = report;
  const counts: [string, Cell, Target?][] = figures
    ? [
        [words.status[locale], statusWords[figures.status][locale]],
        [words.expectedCount[locale], totalOf(figures.counts)],
        ...(['provided', 'toProvide', 'incomplete', 'toReview'] as const).map((status): [string, Cell, Target] => [
          headOf(status, locale),
          figures.counts[status],
          { kind: 'rows', status },
        ]),
      ]
    : [[words.status[locale], words.noFigures[locale]]];
  return table<readonly [string, Cell, Target?]>(
    words.summary[locale],
    [
      [words.item[locale], 24, ([item]) => item],
      [words.value[locale], 70, ([, value]) => value, ([, , target]) => target],
    ],
    [...report.identity, ...counts],
  );
}

/** The tables of a workbook, or of a page, in order; those without rows left out, save those of the dossier as a whole. */
export function reportTables(report: Report): ReportTable[] {
  const optional = [
    withoutProofTable(report),
    notApplicableTable(report),
    approvalsTable(report),
    findingsTable(report),
    acceptedTable(report),
  ].filter((one) => one !== undefined);
  return [
    summaryTable(report),
    ...requestsTables(report),
    ...taskTables(report.tasks, report.locale),
    groupTable(report, 'chapter'),
    groupTable(report, 'domain'),
    coverageTable(report),
    evidenceTable(report),
    ...optional.filter(({ rows }) => rows.length > 0),
    ...journeyTables(report),
  ];
}

/** State of a proof in words; « au choix » where it is one of several, one of which is owed. */
export function proofStatus(proof: CoverageProof, locale: Locale): string {
  return (proof.oneOf ? words.oneOf : statusWords[proof.status])[locale];
}

/** Number of provided proofs out of the expected ones, and the percentage. */
export function summaryLine({ figures, locale }: Report): string {
  if (!figures) return words.noFigures[locale];
  const total = totalOf(figures.counts);
  const { provided } = figures.counts;
  const percent = percentage(provided, total);
  if (percent === undefined) return words[figures.status === 'unknown' ? 'unknownFigures' : 'nothingCounted'][locale];
  return say(words.summaryLine, locale, { provided, total, percent });
}

type CountedStatus = 'provided' | 'toProvide' | 'incomplete' | 'toReview';

/** Heading of a column that counts proofs in a state. */
export function headOf(status: CountedStatus, locale: Locale): string {
  return countHeads[status][locale];
}

const countHeads = {
  provided: { fr: 'Fournies', en: 'Provided' },
  toProvide: { fr: 'À fournir', en: 'To provide' },
  incomplete: { fr: 'Incomplètes', en: 'Incomplete' },
  toReview: { fr: 'À revoir', en: 'To review' },
} as const;

function slotOf(requirement: string, scenario: string, proof: string): string {
  return JSON.stringify([requirement, scenario, proof]);
}
