import { controlReservation, keptControlWords } from '../../evidence/cda-control-words';
import type { Status } from '../../status/status';
import { totalOf } from '../../status/status';
import { severities } from '../../findings/severity';
import { html, joined, linesOf, type Html, type HtmlValue } from '../../text/html';
import type { EvidenceRow, Integrity, Judgement } from '../evidence-rows';
import type { FindingRow, NotApplicableRow, Report, ReportGroup, WithoutProofRow } from '../report';
import { headOf } from '../report-tables';
import { integrityWords, judgementWords, kindWords, severityHeads, severityWords, words } from '../words';
import { countedStates as counted } from '../counted-states';
import { bar, mark, statusCell } from './chart';
import { internalNote } from './coverage-section';
import { shorten } from '../../text/shorten';
import { htmlTable, type HtmlColumn } from '../../text/html-table';

/** Charts with, in the same rows, the figures that they draw. */
export function groupSection(report: Report, by: 'chapter' | 'domain'): Html {
  const { locale } = report;
  const groups = by === 'chapter' ? report.chapters : report.domains;
  const ids = new Map(groups.map((group, index) => [group, `${by}-${index + 1}`]));
  const columns: HtmlColumn<ReportGroup>[] = [
    { header: words[by][locale], cell: ({ name }) => name, rowHeader: true },
    {
      header: words.status[locale],
      cell: ({ status, uncounted, ansState }) => [
        statusCell(status, locale),
        [...uncounted, ...(ansState ? [ansState] : [])].map((one) => html`<br><span class="soft">${one}</span>`),
      ],
    },
    {
      header: words.progress[locale],
      cell: (group) => totalOf(group.counts) > 0 && bar(ids.get(group) ?? '', group.name, group.counts, locale),
    },
    { header: words.expectedCount[locale], cell: ({ counts }) => totalOf(counts), number: true },
    ...counted.map((status): HtmlColumn<ReportGroup> => ({
      header: headOf(status, locale),
      cell: ({ counts }) => counts[status],
      number: true,
    })),
  ];
  return htmlTable(words[by === 'chapter' ? 'byChapter' : 'byDomain'][locale], columns, groups);
}

/** Every piece of evidence, « intacte » and « jugée suffisante » apart. */
export function evidenceSection({ evidence, locale, forAns, idLabel }: Report): Html {
  if (evidence.length === 0) return html`<p>${words.none[locale]}</p>`;
  const columns: HtmlColumn<EvidenceRow>[] = [
    { header: words.proof[locale], cell: ({ proof }) => idLabel(proof), rowHeader: true, className: 'id' },
    { header: words.piece[locale], cell: pieceCell(locale), className: 'path' },
    { header: words.date[locale], cell: ({ date }) => date, className: 'status' },
    { header: words.softwareVersion[locale], cell: ({ version }) => version },
    {
      header: words.proofStatus[locale],
      cell: ({ status }) => (status ? statusCell(status, locale) : words.notCounted[locale]),
    },
    {
      header: words.intact[locale],
      className: 'status',
      cell: ({ integrity, sha256 }) => [
        statusCell(integrityMarks[integrity], locale, integrityWords[integrity][locale]),
        sha256 !== '' && html`<br><code title="${sha256}">${sha256.slice(0, 12)}…</code>`,
      ],
    },
    ...(forAns ? [] : [{ header: words.examined[locale], cell: ({ examined }: EvidenceRow) => examined }]),
    ...(forAns ? [] : controlColumn(evidence, locale)),
    ...(forAns ? [] : [{ header: words.judged[locale], cell: reviewCell(locale) }]),
    {
      header: words.comment[locale],
      cell: ({ comment, internalNote: note }) => [linesOf(comment), internalNote(note, locale)],
    },
  ];
  const hint = (forAns ? words.oneFact : words.twoFacts)[locale];
  return html`<p class="soft">${hint}</p>\n${htmlTable(words.evidence[locale], columns, evidence)}`;
}

/** Only where something was held against the team's schemas. */
function controlColumn(evidence: readonly EvidenceRow[], locale: Report['locale']): HtmlColumn<EvidenceRow>[] {
  if (!evidence.some(({ controls }) => controls)) return [];
  const cell = ({ controls = [] }: EvidenceRow): HtmlValue =>
    controls.map((control) => html`<p title="${controlReservation[locale]}">${keptControlWords(control, locale)}</p>`);
  return [{ header: words.control[locale], cell }];
}

function reviewCell(locale: Report['locale']) {
  return ({ review }: EvidenceRow): HtmlValue => {
    if (!review) return undefined;
    const who = [review.by, review.on].filter(Boolean);
    return [
      statusCell(judgementMarks[review.judgement], locale, judgementWords[review.judgement][locale]),
      who.length > 0 && html`<br><span class="soft">${joined(who, html`<br>`)}</span>`,
    ];
  };
}

function pieceCell(locale: Report['locale']) {
  return ({ kind, value, title, testCase }: EvidenceRow): HtmlValue => {
    const link = kind === 'lien' && /^https?:\/\//i.test(value);
    const shown = link ? html`<a href="${value}">${value}</a>` : value;
    const what = [kind === 'fichier' ? '' : kindWords[kind][locale], testCase].filter(Boolean).join(' · ');
    return [
      title !== '' && html`${title}<br>`,
      value !== '' && html`<code>${shown}</code>`,
      what !== '' && html`<br><span class="soft">${what}</span>`,
    ];
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

export function withoutProofSection({ withoutProof, locale, idLabel }: Report): Html {
  const columns: HtmlColumn<WithoutProofRow>[] = [
    { header: words.requirement[locale], cell: ({ id }) => idLabel(id), rowHeader: true, className: 'id' },
    { header: words.chapter[locale], cell: ({ chapter }) => chapter },
    { header: words.text[locale], cell: ({ text }) => shorten(text, 320) },
  ];
  return html`<p class="soft">${words.withoutProofHint[locale]}</p>\n${htmlTable(words.withoutProof[locale], columns, withoutProof)}`;
}

export function notApplicableSection({ notApplicable, locale, idLabel }: Report): Html {
  const columns: HtmlColumn<NotApplicableRow>[] = [
    { header: words.requirement[locale], cell: ({ id }) => idLabel(id), rowHeader: true, className: 'id' },
    { header: words.text[locale], cell: ({ text }) => shorten(text, 320) },
    { header: words.justification[locale], cell: ({ justification }) => linesOf(justification) },
    {
      header: words.declaration[locale],
      cell: ({ declaration, declarationFound }) => [
        html`<code>${declaration}</code>`,
        !declarationFound && html`<br>${statusCell('incomplete', locale, words.declarationMissing[locale])}`,
      ],
      className: 'path',
    },
  ];
  return htmlTable(words.notApplicable[locale], columns, notApplicable);
}

export function approvalsSection({ approvals, locale }: Report): Html {
  return htmlTable(
    words.approvals[locale],
    [
      { header: words.teleservice[locale], cell: ({ teleservice }) => teleservice, rowHeader: true },
      { header: words.status[locale], cell: ({ state }) => state },
      { header: words.date[locale], cell: ({ date }) => date, className: 'status' },
      { header: words.piece[locale], cell: ({ evidence }) => html`<code>${evidence}</code>`, className: 'path' },
    ],
    approvals,
  );
}

/** What the rules found, and what the team accepted. Nothing in a report for ANS. */
export function findingsSection({ findings, locale }: Report): Html | undefined {
  if (!findings) return undefined;
  const tiles = severities.map(
    (severity) => html`<li><strong>${findings.bySeverity[severity]}</strong>${severityHeads[severity][locale]}</li>`,
  );
  const columns: HtmlColumn<FindingRow>[] = [
    {
      header: words.severity[locale],
      cell: ({ severity }) =>
        html`<span class="status">${mark(severityMarks[severity])}${severityWords[severity][locale]}</span>`,
    },
    { header: words.message[locale], cell: ({ message }) => linesOf(message) },
    { header: words.place[locale], cell: ({ place }) => html`<code>${place}</code>`, className: 'path' },
    { header: words.rule[locale], cell: ({ rule }) => html`<code>${rule}</code>`, className: 'status' },
  ];
  const list =
    findings.list.length === 0
      ? html`<p>${words.noFinding[locale]}</p>\n`
      : htmlTable(words.findings[locale], columns, findings.list);
  const accepted =
    findings.accepted.length > 0 &&
    htmlTable(
      words.accepted[locale],
      [...columns.slice(1), { header: words.reason[locale], cell: ({ reason }) => linesOf(reason) }],
      findings.accepted,
      false,
    );
  return html`<ul class="tiles">${tiles}</ul>\n${list}${accepted}`;
}

const severityMarks = {
  error: 'incomplete',
  warning: 'toReview',
  info: 'nothingExpected',
  hint: 'nothingExpected',
} as const satisfies Record<FindingRow['severity'], Status>;
