import { say, type Language } from '../messages/language';
import { percentage } from '../status/percentage';
import { totalOf } from '../status/status';
import { statusWords } from '../status/status-words';
import type { EvidenceRow } from './evidence-rows';
import type { CoverageProof, CoverageRow, Report, ReportGroup } from './report';
import { requestsTables } from './requests-tables';
import { journeyTables } from './journey-tables';
import { table, type Cell, type Column, type ReportTable } from './table';
import { integrityWords, judgementWords, kindWords, severityWords, words } from './words';

/** Figures by chapter, or by domain. */
function groupTable(report: Report, by: 'chapter' | 'domain'): ReportTable {
  const { language } = report;
  const groups = by === 'chapter' ? report.chapters : report.domains;
  const title = words[by === 'chapter' ? 'byChapter' : 'byDomain'][language];
  const columns: Column<ReportGroup>[] = [
    [words[by][language], 48, ({ name }) => name],
    [words.status[language], 18, ({ status }) => statusWords[status][language]],
    [words.requirements[language], 12, ({ requirements }) => requirements],
    [words.expectedCount[language], 12, ({ counts }) => totalOf(counts)],
    [headOf('provided', language), 12, ({ counts }) => counts.provided],
    [headOf('toProvide', language), 12, ({ counts }) => counts.toProvide],
    [headOf('incomplete', language), 12, ({ counts }) => counts.incomplete],
    [headOf('toReview', language), 12, ({ counts }) => counts.toReview],
    [words.uncounted[language], 40, ({ uncounted }) => uncounted.join(' · ')],
  ];
  if (groups.some(({ ansState }) => ansState !== undefined)) {
    columns.push([words.ansState[language], 24, ({ ansState }) => ansState]);
  }
  return table(title, columns, groups);
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
  const { language, forAns, idLabel } = report;
  const columns: Column<CoverageLine>[] = [
    [words.chapter[language], 28, ({ row }) => row.chapter],
    [words.domain[language], 22, ({ row }) => row.domain],
    [words.requirement[language], 16, ({ row }) => idLabel(row.id)],
    [words.text[language], 60, ({ row }) => row.text],
    [words.nature[language], 14, ({ row }) => row.nature],
    [words.profiles[language], 18, ({ row }) => row.profiles.join(', ')],
    [words.requirementStatus[language], 16, ({ row }) => row.state],
    [words.scenario[language], 18, ({ proof }) => proof && idLabel(proof.scenario)],
    [words.proof[language], 22, ({ proof }) => proof && idLabel(proof.id)],
    [words.expected[language], 50, ({ proof }) => proof?.expected],
    [words.types[language], 26, ({ proof }) => proof?.types.join(', ')],
    [words.proofStatus[language], 18, ({ proof }) => proof && proofStatus(proof, language)],
    ...pieceColumns(language, forAns).map(([header, width, value]): Column<CoverageLine> => [
      header,
      width,
      ({ piece }) => piece && value(piece),
    ]),
  ];
  if (!forAns) {
    columns.push([
      `${words.note[language]} (${words.requirement[language].toLowerCase()})`,
      40,
      ({ row }) => row.internalNote,
    ]);
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
  return table(words.coverage[language], columns, lines);
}

/** Every piece of evidence, with « intacte » and « jugée suffisante » apart. */
export function evidenceTable(report: Report): ReportTable {
  const { language, forAns, idLabel } = report;
  const columns: Column<EvidenceRow>[] = [
    [words.chapter[language], 28, ({ chapter }) => chapter],
    [words.requirement[language], 16, ({ requirement }) => idLabel(requirement)],
    [words.proof[language], 22, ({ proof }) => idLabel(proof)],
    [words.proofStatus[language], 18, ({ status }) => (status ? statusWords[status] : words.notCounted)[language]],
    ...pieceColumns(language, forAns),
  ];
  return table(words.evidence[language], columns, report.evidence);
}

function pieceColumns(language: Language, forAns: boolean): Column<EvidenceRow>[] {
  const columns: Column<EvidenceRow>[] = [
    [words.kind[language], 16, ({ kind }) => kindWords[kind][language]],
    [words.piece[language], 44, ({ value }) => value],
    [words.title[language], 28, ({ title }) => title],
    [words.date[language], 12, ({ date }) => date],
    [words.softwareVersion[language], 12, ({ version }) => version],
    [words.testCase[language], 18, ({ testCase }) => testCase],
    [words.intact[language], 20, ({ integrity }) => integrityWords[integrity][language]],
    ...(forAns ? [] : reviewColumns(language)),
    [words.comment[language], 40, ({ comment }) => comment],
    [words.size[language], 14, ({ size }) => size],
    ['SHA-256', 66, ({ sha256 }) => sha256],
  ];
  if (!forAns) columns.push([words.note[language], 40, ({ internalNote }) => internalNote]);
  return columns;
}

function reviewColumns(language: Language): Column<EvidenceRow>[] {
  return [
    [words.judged[language], 20, ({ review }) => review && judgementWords[review.judgement][language]],
    [words.reviewedBy[language], 18, ({ review }) => review?.by],
    [words.reviewedOn[language], 12, ({ review }) => review?.on],
  ];
}

function withoutProofTable({ language, withoutProof, idLabel }: Report): ReportTable {
  return table(
    words.withoutProof[language],
    [
      [words.chapter[language], 28, ({ chapter }) => chapter],
      [words.requirement[language], 18, ({ id }) => idLabel(id)],
      [words.text[language], 60, ({ text }) => text],
    ],
    withoutProof,
  );
}

function notApplicableTable({ language, notApplicable, idLabel }: Report): ReportTable {
  return table(
    words.notApplicable[language],
    [
      [words.requirement[language], 18, ({ id }) => idLabel(id)],
      [words.text[language], 60, ({ text }) => text],
      [words.justification[language], 60, ({ justification }) => justification],
      [
        words.declaration[language],
        44,
        ({ declaration, declarationFound }) =>
          declarationFound ? declaration : `${declaration} (${words.declarationMissing[language]})`,
      ],
    ],
    notApplicable,
  );
}

function approvalsTable({ language, approvals }: Report): ReportTable {
  return table(
    words.approvals[language],
    [
      [words.teleservice[language], 20, ({ teleservice }) => teleservice],
      [words.status[language], 24, ({ state }) => state],
      [words.date[language], 12, ({ date }) => date],
      [words.piece[language], 44, ({ evidence }) => evidence],
    ],
    approvals,
  );
}

/** @returns undefined in a report for ANS */
function findingsTable({ language, findings }: Report): ReportTable | undefined {
  return (
    findings &&
    table(
      words.findings[language],
      [
        [words.severity[language], 14, ({ severity }) => severityWords[severity][language]],
        [words.rule[language], 32, ({ rule }) => rule],
        [words.place[language], 40, ({ place }) => place],
        [words.message[language], 90, ({ message }) => message],
      ],
      findings.list,
    )
  );
}

/** @returns undefined in a report for ANS */
function acceptedTable({ language, findings }: Report): ReportTable | undefined {
  return (
    findings &&
    table(
      words.accepted[language],
      [
        [words.rule[language], 32, ({ rule }) => rule],
        [words.place[language], 40, ({ place }) => place],
        [words.message[language], 70, ({ message }) => message],
        [words.reason[language], 50, ({ reason }) => reason],
      ],
      findings.accepted,
    )
  );
}

/** The identity of the dossier and its figures as a whole. */
export function summaryTable(report: Report): ReportTable {
  const { language, figures } = report;
  const counts: [string, Cell][] = figures
    ? [
        [words.status[language], statusWords[figures.status][language]],
        [words.expectedCount[language], totalOf(figures.counts)],
        ...(['provided', 'toProvide', 'incomplete', 'toReview'] as const).map((key): [string, Cell] => [
          headOf(key, language),
          figures.counts[key],
        ]),
      ]
    : [[words.status[language], words.noFigures[language]]];
  return table<readonly [string, Cell]>(
    words.summary[language],
    [
      [words.item[language], 24, ([item]) => item],
      [words.value[language], 70, ([, value]) => value],
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
    groupTable(report, 'chapter'),
    groupTable(report, 'domain'),
    coverageTable(report),
    evidenceTable(report),
    ...optional.filter(({ rows }) => rows.length > 0),
    ...journeyTables(report),
  ];
}

/** State of a proof in words; « au choix » where it is one of several, one of which is owed. */
export function proofStatus(proof: CoverageProof, language: Language): string {
  return (proof.oneOf ? words.oneOf : statusWords[proof.status])[language];
}

/** Number of provided proofs out of the expected ones, and the percentage. */
export function summaryLine({ figures, language }: Report): string {
  if (!figures) return words.noFigures[language];
  const total = totalOf(figures.counts);
  const { provided } = figures.counts;
  const percent = percentage(provided, total);
  if (percent === undefined) return words[figures.status === 'unknown' ? 'unknownFigures' : 'nothingCounted'][language];
  return say(words.summaryLine, language, { provided, total, percent });
}

/** Heading of a column that counts proofs in a state. */
export function headOf(status: 'provided' | 'toProvide' | 'incomplete' | 'toReview', language: Language): string {
  return countHeads[status][language];
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
