import { requestsHead } from '../../instruction/request-words';
import { planHeads } from '../../parcours/plan/plan-heads';
import { statusWords } from '../../status/status-words';
import type { Report } from '../report';
import { headOf, summaryLine } from '../report-tables';
import { words } from '../words';
import { bar, counted, definitions, mark, swatch } from './chart';
import { coverageSection } from './coverage-section';
import { escape } from './escape';
import {
  approvalsSection,
  evidenceSection,
  findingsSection,
  groupSection,
  notApplicableSection,
  withoutProofSection,
} from './sections';
import { requestsSection } from './requests-section';
import { journeySection } from './journey-section';
import { style } from './style';

/** Nothing is fetched and nothing runs: the page is a document. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one self-contained page, for the screen, the editor and paper. */
export function htmlReport(report: Report): string {
  const { locale, forAns } = report;
  const sections = sectionsOf(report);
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${escape(title)}</a></li>`).join('');
  const identity = report.identity
    .map(([term, value]) => `<div><dt>${escape(term)}</dt><dd>${escape(value)}</dd></div>`)
    .join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(report.title)}</title>
<style>${style}</style>
</head>
<body>
${definitions}
<main>
<h1>${escape(report.title)}</h1>
<p class="lead">${escape(summaryLine(report))}</p>
${forAns ? '' : `<p class="notice">${escape(words.internal[locale])}</p>\n`}<nav aria-label="${escape(words.contents[locale])}"><ul>${contents}</ul></nav>
${overview(report)}<dl>
${identity}
</dl>
${sections.map(({ id, title, html }) => `<section id="${id}"><h2>${escape(title)}</h2>\n${html}</section>`).join('\n')}
</main>
</body>
</html>
`;
}

function overview({ figures, locale, title }: Report): string {
  if (!figures) return '';
  const tiles = counted.map(
    (status) =>
      `<li><strong>${figures.counts[status]}</strong>${swatch(status)}${mark(status)}${escape(headOf(status, locale).toLowerCase())}</li>`,
  );
  const caption = `${words.status[locale]} : ${statusWords[figures.status][locale]}`;
  return `<ul class="tiles">${tiles.join('')}</ul>
<figure>${bar('whole', title, figures.counts, locale, true)}<figcaption>${escape(caption)}</figcaption></figure>
`;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

function sectionsOf(report: Report): Section[] {
  const { locale, figures, withoutProof, notApplicable, approvals, findings, journey, requests = [] } = report;
  const section = (id: string, title: { fr: string; en: string }, html: string, shown = true): Section[] =>
    shown ? [{ id, title: title[locale], html }] : [];
  return [
    ...section('demandes', requestsHead, requestsSection(report), requests.length > 0),
    ...section('chapitres', words.byChapter, groupSection(report, 'chapter'), figures !== undefined),
    ...section('domaines', words.byDomain, groupSection(report, 'domain'), figures !== undefined),
    ...section('couverture', words.coverage, coverageSection(report), figures !== undefined),
    ...section('pieces', words.evidence, evidenceSection(report)),
    ...section('sans-preuve', words.withoutProof, withoutProofSection(report), withoutProof.length > 0),
    ...section('non-applicable', words.notApplicable, notApplicableSection(report), notApplicable.length > 0),
    ...section('constats', words.findings, findingsSection(report), findings !== undefined),
    ...section('agrements', words.approvals, approvalsSection(report), approvals.length > 0),
    ...section('parcours', planHeads.journey, journeySection(report), journey !== undefined),
  ];
}
