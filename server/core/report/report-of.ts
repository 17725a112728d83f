import { idLabeller, printedIds } from '../catalogue/printed-id';
import type { Analysis } from '../engine/analyse';
import { openRequests } from '../instruction/open-requests';
import { coverageRows } from './coverage-rows';
import { evidenceRows } from './evidence-rows';
import { findingsSummary } from './findings-summary';
import { chapterGroups, domainGroups } from './groups';
import { identityOf, titleOf } from './identity';
import { approvalRows, notApplicableRows, withoutProofRows } from './other-rows';
import { journeyOf } from './journey-of';
import type { Report, ReportOptions } from './report';
import { followedOnly, tasksOf } from './tasks/tasks-of';

/** Reads a checked dossier into a report. */
export function reportOf(analysis: Analysis, options: ReportOptions): Report {
  const { locale, forAns, toolVersion } = options;
  const state = analysis.compliance();
  const loaded = analysis.dossier.catalogue.kind === 'loaded' ? analysis.dossier.catalogue : undefined;
  return {
    locale,
    forAns,
    toolVersion,
    date: analysis.context.today,
    title: titleOf(analysis, locale),
    identity: identityOf(analysis, options),
    figures: state && { status: state.status, counts: state.counts },
    chapters: state ? chapterGroups(state, analysis, locale) : [],
    domains: state && loaded ? domainGroups(state, loaded.catalogue, locale) : [],
    idLabel: idLabeller(loaded ? printedIds(loaded.catalogue) : new Map(), locale),
    coverage: state && loaded ? coverageRows(state, loaded.catalogue, options) : [],
    evidence: evidenceRows(analysis, options),
    withoutProof: state ? withoutProofRows(state) : [],
    notApplicable: notApplicableRows(analysis, options),
    approvals: approvalRows(analysis, options),
    ...(forAns ? {} : { tasks: followedOnly(tasksOf(analysis)) }),
    ...(forAns ? {} : { requests: openRequests(analysis, analysis.context.today) }),
    ...(forAns ? {} : { findings: findingsSummary(analysis, locale), ...journeyOf(analysis, options) }),
  };
}
