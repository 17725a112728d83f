import type { Analysis } from '../engine/analyse';
import { makePlan } from '../parcours/plan/make-plan';
import { moment, momentText } from '../time/moment';
import { parcoursView } from '../parcours/plan/parcours-view';
import { proofFacts } from '../parcours/plan/proof-facts';
import { timelineOf } from '../parcours/plan/timeline';
import type { Report, ReportOptions } from './report';

/** The way of the dossier at the moment of the report: the same plan as tree and command line make. */
export function journeyOf(
  analysis: Analysis,
  { locale, now }: ReportOptions,
): Required<Pick<Report, 'journey'>> | Record<string, never> {
  const { dossier, context } = analysis;
  const at = now ?? moment(context.today);
  if (!at) return {};
  const { parsed } = dossier.main;
  const plan = makePlan(parsed, at, proofFacts(dossier, analysis.compliance()), analysis.context.facts);
  const view = parcoursView(plan, locale, parsed.journey?.base ?? 0);
  return { journey: { view, timeline: timelineOf(plan, locale), at: momentText(at) } };
}
