import type { Status } from '../../status/status';
import { totalOf } from '../../status/status';
import { severities } from '../../findings/severity';
import type { EvidenceRow, Integrity, Judgement } from '../evidence-rows';
import type { FindingRow, NotApplicableRow, Report, ReportGroup, WithoutProofRow } from '../report';
import { headOf } from '../report-tables';
import { integrityWords, judgementWords, kindWords, severityHeads, severityWords, words } from '../words';
import { bar, counted, mark, statusCell } from './chart';
import { internalNote } from './coverage-section';
import { clip, escape, escapeLines } from './escape';
import { htmlTable, type HtmlColumn } from './table';

/** Charts with, in the same rows, the figures that they draw. */
export function groupSection(report: Report, by: 'chapter' | 'domain'): string {
  const { language } = report;
  const groups = by === 'chapter' ? report.chapters : report.domains;
  const ids = new Map(groups.map((group, index) => [group, `${by}-${index + 1}`]));
  const columns: HtmlColumn<ReportGroup>[] = [
    { header: words[by][language], cell: ({ name }) => escape(name), rowHeader: true },
    {
      header: words.status[language],
      cell: ({ status, uncounted, ansState }) =>
        statusCell(status, language) +
        uncounted.map((one) => `<br><span class="soft">${escape(one)}</span>`).join('') +
        (ansState ? `<br><span class="soft">${escape(ansState)}</span>` : ''),
    },
    {
      header: words.progress[language],
      cell: (group) =>
        totalOf(group.counts) === 0 ? '' : bar(ids.get(group) ?? '', group.name, group.counts, language),
    },
    { header: words.expectedCount[language], cell: ({ counts }) => String(totalOf(counts)), number: true },
    ...counted.map((status): HtmlColumn<ReportGroup> => ({
      header: headOf(status, language),
      cell: ({ counts }) => String(counts[status]),
      number: true,
    })),
  ];
  return htmlTable(words[by === 'chapter' ? 'byChapter' : 'byDomain'][language], columns, groups);
}

/** Every piece of evidence, « intacte » and « jugée suffisante » apart. */
export function evidenceSection({ evidence, language, forAns, idLabel }: Report): string {
  if (evidence.length === 0) return `<p>${escape(words.none[language])}</p>`;
  const columns: HtmlColumn<EvidenceRow>[] = [
    { header: words.proof[language], cell: ({ proof }) => escape(idLabel(proof)), rowHeader: true, className: 'id' },
    { header: words.piece[language], cell: pieceCell(language), className: 'path' },
    { header: words.date[language], cell: ({ date }) => escape(date), className: 'status' },
    { header: words.softwareVersion[language], cell: ({ version }) => escape(version) },
    {
      header: words.proofStatus[language],
      cell: ({ status }) => (status ? statusCell(status, language) : escape(words.notCounted[language])),
    },
    {
      header: words.intact[language],
      className: 'status',
      cell: ({ integrity, sha256 }) =>
        statusCell(integrityMarks[integrity], language, integrityWords[integrity][language]) +
        (sha256 === '' ? '' : `<br><code title="${escape(sha256)}">${escape(sha256.slice(0, 12))}…</code>`),
    },
    ...(forAns ? [] : [{ header: words.judged[language], cell: reviewCell(language) }]),
    {
      header: words.comment[language],
      cell: ({ comment, internalNote: note }) => escapeLines(comment) + internalNote(note, language),
    },
  ];
  const hint = (forAns ? words.oneFact : words.twoFacts)[language];
  return `<p class="soft">${escape(hint)}</p>\n${htmlTable(words.evidence[language], columns, evidence)}`;
}

function reviewCell(language: Report['language']) {
  return ({ review }: EvidenceRow): string => {
    if (!review) return '';
    const who = [review.by, review.on].filter(Boolean).map(escape).join('<br>');
    return (
      statusCell(judgementMarks[review.judgement], language, judgementWords[review.judgement][language]) +
      (who === '' ? '' : `<br><span class="soft">${who}</span>`)
    );
  };
}

function pieceCell(language: Report['language']) {
  return ({ kind, value, title, testCase }: EvidenceRow): string => {
    const link = kind === 'lien' && /^https?:\/\//i.test(value);
    const shown = link ? `<a href="${escape(value)}">${escape(value)}</a>` : escape(value);
    const what = [kind === 'fichier' ? '' : kindWords[kind][language], testCase].filter(Boolean).join(' · ');
    return `${title === '' ? '' : `${escape(title)}<br>`}${value === '' ? '' : `<code>${shown}</code>`}${what === '' ? '' : `<br><span class="soft">${escape(what)}</span>`}`;
  };
}

const integrityMarks: Readonly<Record<Integrity, Status>> = {
  intact: 'provided',
  changed: 'incomplete',
  missing: 'incomplete',
  notPinned: 'toProvide',
  notRead: 'toProvide',
  notAFile: 'notApplicable',
};

const judgementMarks: Readonly<Record<Judgement, Status>> = {
  sufficient: 'provided',
  insufficient: 'incomplete',
  stale: 'toReview',
  notReviewed: 'toProvide',
};

export function withoutProofSection({ withoutProof, language, idLabel }: Report): string {
  const columns: HtmlColumn<WithoutProofRow>[] = [
    { header: words.requirement[language], cell: ({ id }) => escape(idLabel(id)), rowHeader: true, className: 'id' },
    { header: words.chapter[language], cell: ({ chapter }) => escape(chapter) },
    { header: words.text[language], cell: ({ text }) => escape(clip(text, 320)) },
  ];
  const hint = `<p class="soft">${escape(words.withoutProofHint[language])}</p>\n`;
  return hint + htmlTable(words.withoutProof[language], columns, withoutProof);
}

export function notApplicableSection({ notApplicable, language, idLabel }: Report): string {
  const columns: HtmlColumn<NotApplicableRow>[] = [
    { header: words.requirement[language], cell: ({ id }) => escape(idLabel(id)), rowHeader: true, className: 'id' },
    { header: words.text[language], cell: ({ text }) => escape(clip(text, 320)) },
    { header: words.justification[language], cell: ({ justification }) => escapeLines(justification) },
    {
      header: words.declaration[language],
      cell: ({ declaration, declarationFound }) =>
        `<code>${escape(declaration)}</code>` +
        (declarationFound ? '' : `<br>${statusCell('incomplete', language, words.declarationMissing[language])}`),
      className: 'path',
    },
  ];
  return htmlTable(words.notApplicable[language], columns, notApplicable);
}

export function approvalsSection({ approvals, language }: Report): string {
  return htmlTable(
    words.approvals[language],
    [
      { header: words.teleservice[language], cell: ({ teleservice }) => escape(teleservice), rowHeader: true },
      { header: words.status[language], cell: ({ state }) => escape(state) },
      { header: words.date[language], cell: ({ date }) => escape(date), className: 'status' },
      { header: words.piece[language], cell: ({ evidence }) => `<code>${escape(evidence)}</code>`, className: 'path' },
    ],
    approvals,
  );
}

/** What the rules found, and what the team accepted. Nothing in a report for ANS. */
export function findingsSection({ findings, language }: Report): string {
  if (!findings) return '';
  const tiles = severities.map(
    (severity) =>
      `<li><strong>${findings.bySeverity[severity]}</strong>${escape(severityHeads[severity][language])}</li>`,
  );
  const columns: HtmlColumn<FindingRow>[] = [
    {
      header: words.severity[language],
      cell: ({ severity }) =>
        `<span class="status">${mark(severityMarks[severity])}${escape(severityWords[severity][language])}</span>`,
    },
    { header: words.message[language], cell: ({ message }) => escapeLines(message) },
    { header: words.place[language], cell: ({ place }) => `<code>${escape(place)}</code>`, className: 'path' },
    { header: words.rule[language], cell: ({ rule }) => `<code>${escape(rule)}</code>`, className: 'status' },
  ];
  const list =
    findings.list.length === 0
      ? `<p>${escape(words.noFinding[language])}</p>\n`
      : htmlTable(words.findings[language], columns, findings.list);
  const accepted =
    findings.accepted.length === 0
      ? ''
      : htmlTable(
          words.accepted[language],
          [...columns.slice(1), { header: words.reason[language], cell: ({ reason }) => escapeLines(reason) }],
          findings.accepted,
          false,
        );
  return `<ul class="tiles">${tiles.join('')}</ul>\n${list}${accepted}`;
}

const severityMarks = {
  error: 'incomplete',
  warning: 'toReview',
  info: 'nothingExpected',
  hint: 'nothingExpected',
} as const satisfies Record<FindingRow['severity'], Status>;
