import type { Status } from '../../status/status';
import { totalOf } from '../../status/status';
import { severities } from '../../findings/severity';
import type { EvidenceRow, Integrity, Judgement } from '../evidence-rows';
import type { FindingRow, NotApplicableRow, Report, ReportGroup, WithoutProofRow } from '../report';
import { headOf } from '../report-tables';
import { integrityWords, judgementWords, kindWords, severityHeads, severityWords, words } from '../words';
import { bar, counted, mark, statusCell } from './chart';
import { internalNote } from './coverage-section';
import { shorten } from '../../text/shorten';
import { escape, escapeLines } from './escape';
import { htmlTable, type HtmlColumn } from './table';

/** Charts with, in the same rows, the figures that they draw. */
export function groupSection(report: Report, by: 'chapter' | 'domain'): string {
  const { locale } = report;
  const groups = by === 'chapter' ? report.chapters : report.domains;
  const ids = new Map(groups.map((group, index) => [group, `${by}-${index + 1}`]));
  const columns: HtmlColumn<ReportGroup>[] = [
    { header: words[by][locale], cell: ({ name }) => escape(name), rowHeader: true },
    {
      header: words.status[locale],
      cell: ({ status, uncounted, ansState }) =>
        statusCell(status, locale) +
        uncounted.map((one) => `<br><span class="soft">${escape(one)}</span>`).join('') +
        (ansState ? `<br><span class="soft">${escape(ansState)}</span>` : ''),
    },
    {
      header: words.progress[locale],
      cell: (group) => (totalOf(group.counts) === 0 ? '' : bar(ids.get(group) ?? '', group.name, group.counts, locale)),
    },
    { header: words.expectedCount[locale], cell: ({ counts }) => String(totalOf(counts)), number: true },
    ...counted.map((status): HtmlColumn<ReportGroup> => ({
      header: headOf(status, locale),
      cell: ({ counts }) => String(counts[status]),
      number: true,
    })),
  ];
  return htmlTable(words[by === 'chapter' ? 'byChapter' : 'byDomain'][locale], columns, groups);
}

/** Every piece of evidence, « intacte » and « jugée suffisante » apart. */
export function evidenceSection({ evidence, locale, forAns, idLabel }: Report): string {
  if (evidence.length === 0) return `<p>${escape(words.none[locale])}</p>`;
  const columns: HtmlColumn<EvidenceRow>[] = [
    { header: words.proof[locale], cell: ({ proof }) => escape(idLabel(proof)), rowHeader: true, className: 'id' },
    { header: words.piece[locale], cell: pieceCell(locale), className: 'path' },
    { header: words.date[locale], cell: ({ date }) => escape(date), className: 'status' },
    { header: words.softwareVersion[locale], cell: ({ version }) => escape(version) },
    {
      header: words.proofStatus[locale],
      cell: ({ status }) => (status ? statusCell(status, locale) : escape(words.notCounted[locale])),
    },
    {
      header: words.intact[locale],
      className: 'status',
      cell: ({ integrity, sha256 }) =>
        statusCell(integrityMarks[integrity], locale, integrityWords[integrity][locale]) +
        (sha256 === '' ? '' : `<br><code title="${escape(sha256)}">${escape(sha256.slice(0, 12))}…</code>`),
    },
    ...(forAns ? [] : [{ header: words.judged[locale], cell: reviewCell(locale) }]),
    {
      header: words.comment[locale],
      cell: ({ comment, internalNote: note }) => escapeLines(comment) + internalNote(note, locale),
    },
  ];
  const hint = (forAns ? words.oneFact : words.twoFacts)[locale];
  return `<p class="soft">${escape(hint)}</p>\n${htmlTable(words.evidence[locale], columns, evidence)}`;
}

function reviewCell(locale: Report['locale']) {
  return ({ review }: EvidenceRow): string => {
    if (!review) return '';
    const who = [review.by, review.on].filter(Boolean).map(escape).join('<br>');
    return (
      statusCell(judgementMarks[review.judgement], locale, judgementWords[review.judgement][locale]) +
      (who === '' ? '' : `<br><span class="soft">${who}</span>`)
    );
  };
}

function pieceCell(locale: Report['locale']) {
  return ({ kind, value, title, testCase }: EvidenceRow): string => {
    const link = kind === 'lien' && /^https?:\/\//i.test(value);
    const shown = link ? `<a href="${escape(value)}">${escape(value)}</a>` : escape(value);
    const what = [kind === 'fichier' ? '' : kindWords[kind][locale], testCase].filter(Boolean).join(' · ');
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

export function withoutProofSection({ withoutProof, locale, idLabel }: Report): string {
  const columns: HtmlColumn<WithoutProofRow>[] = [
    { header: words.requirement[locale], cell: ({ id }) => escape(idLabel(id)), rowHeader: true, className: 'id' },
    { header: words.chapter[locale], cell: ({ chapter }) => escape(chapter) },
    { header: words.text[locale], cell: ({ text }) => escape(shorten(text, 320)) },
  ];
  const hint = `<p class="soft">${escape(words.withoutProofHint[locale])}</p>\n`;
  return hint + htmlTable(words.withoutProof[locale], columns, withoutProof);
}

export function notApplicableSection({ notApplicable, locale, idLabel }: Report): string {
  const columns: HtmlColumn<NotApplicableRow>[] = [
    { header: words.requirement[locale], cell: ({ id }) => escape(idLabel(id)), rowHeader: true, className: 'id' },
    { header: words.text[locale], cell: ({ text }) => escape(shorten(text, 320)) },
    { header: words.justification[locale], cell: ({ justification }) => escapeLines(justification) },
    {
      header: words.declaration[locale],
      cell: ({ declaration, declarationFound }) =>
        `<code>${escape(declaration)}</code>` +
        (declarationFound ? '' : `<br>${statusCell('incomplete', locale, words.declarationMissing[locale])}`),
      className: 'path',
    },
  ];
  return htmlTable(words.notApplicable[locale], columns, notApplicable);
}

export function approvalsSection({ approvals, locale }: Report): string {
  return htmlTable(
    words.approvals[locale],
    [
      { header: words.teleservice[locale], cell: ({ teleservice }) => escape(teleservice), rowHeader: true },
      { header: words.status[locale], cell: ({ state }) => escape(state) },
      { header: words.date[locale], cell: ({ date }) => escape(date), className: 'status' },
      { header: words.piece[locale], cell: ({ evidence }) => `<code>${escape(evidence)}</code>`, className: 'path' },
    ],
    approvals,
  );
}

/** What the rules found, and what the team accepted. Nothing in a report for ANS. */
export function findingsSection({ findings, locale }: Report): string {
  if (!findings) return '';
  const tiles = severities.map(
    (severity) =>
      `<li><strong>${findings.bySeverity[severity]}</strong>${escape(severityHeads[severity][locale])}</li>`,
  );
  const columns: HtmlColumn<FindingRow>[] = [
    {
      header: words.severity[locale],
      cell: ({ severity }) =>
        `<span class="status">${mark(severityMarks[severity])}${escape(severityWords[severity][locale])}</span>`,
    },
    { header: words.message[locale], cell: ({ message }) => escapeLines(message) },
    { header: words.place[locale], cell: ({ place }) => `<code>${escape(place)}</code>`, className: 'path' },
    { header: words.rule[locale], cell: ({ rule }) => `<code>${escape(rule)}</code>`, className: 'status' },
  ];
  const list =
    findings.list.length === 0
      ? `<p>${escape(words.noFinding[locale])}</p>\n`
      : htmlTable(words.findings[locale], columns, findings.list);
  const accepted =
    findings.accepted.length === 0
      ? ''
      : htmlTable(
          words.accepted[locale],
          [...columns.slice(1), { header: words.reason[locale], cell: ({ reason }) => escapeLines(reason) }],
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
