import { colon } from '../../../../words/separators';
import { requestsHead } from '../../instruction/request-words';
import { planHeads } from '../../parcours/plan/plan-heads';
import { statusWords } from '../../status/status-words';
import { html, joined, type Html, type HtmlValue } from '../../text/html';
import { htmlPage } from '../../text/html-page';
import type { Report } from '../report';
import { headOf, summaryLine } from '../report-tables';
import { words } from '../words';
import { countedStates as counted } from '../counted-states';
import { bar, definitions, mark, swatch } from './chart';
import { coverageSection } from './coverage-section';
import {
  approvalsSection,
  evidenceSection,
  findingsSection,
  groupSection,
  notApplicableSection,
  withoutProofSection,
} from './sections';
import { requestsSection } from './requests-section';
import { taskWords } from '../tasks/task-words';
import { taskSection } from './task-section';
import { journeySection } from './journey-section';
import { style } from './style';

/** The report as one self-contained page, for the screen, the editor and paper. */
export function htmlReport(report: Report): string {
  const { locale, forAns } = report;
  const sections = sectionsOf(report);
  const contents = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  const identity = report.identity.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`);
  const content = html`<p class="lead">${summaryLine(report)}</p>
${!forAns && html`<p class="notice">${words.internal[locale]}</p>\n`}<nav aria-label="${words.contents[locale]}"><ul>${contents}</ul></nav>
${overview(report)}<dl>
${joined(identity, '\n')}
</dl>
${joined(
  sections.map((section) => html`<section id="${section.id}"><h2>${section.title}</h2>\n${section.content}</section>`),
  '\n',
)}
`;
  return htmlPage({ locale, title: report.title, style, definitions, content });
}

function overview({ figures, locale, title }: Report): Html | undefined {
  if (!figures) return undefined;
  const tiles = counted.map(
    (status) =>
      html`<li><strong>${figures.counts[status]}</strong>${swatch(status)}${mark(status)}${headOf(status, locale).toLowerCase()}</li>`,
  );
  const caption = `${words.status[locale]}${colon[locale]}${statusWords[figures.status][locale]}`;
  return html`<ul class="tiles">${tiles}</ul>
<figure>${bar('whole', title, figures.counts, locale, true)}<figcaption>${caption}</figcaption></figure>
`;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: HtmlValue;
}

function sectionsOf(report: Report): Section[] {
  const { locale, figures, withoutProof, notApplicable, approvals, findings, journey, tasks, requests = [] } = report;
  const section = (id: string, title: { fr: string; en: string }, content: HtmlValue, shown = true): Section[] =>
    shown ? [{ id, title: title[locale], content }] : [];
  return [
    ...section('demandes', requestsHead, requestsSection(report), requests.length > 0),
    ...section('suivi', taskWords.all, taskSection(report), tasks !== undefined && tasks.tasks.length > 0),
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
