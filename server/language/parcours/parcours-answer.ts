import type { ParcoursAnswer } from '../../../protocol/requests/parcours';
import type { Analysis } from '../../core/engine/analyse';
import type { Locale } from '../../core/messages/say';
import { makePlan } from '../../core/parcours/plan/make-plan';
import type { Moment } from '../../core/time/moment';
import { parcoursView } from '../../core/parcours/plan/parcours-view';
import { proofFacts } from '../../core/parcours/plan/proof-facts';
import { parcoursDossier } from './parcours-rows';

/** Answers `segur/parcours`. @param now what Paris clocks show, to the minute: counters close at an hour */
export function parcoursAnswer(analyses: readonly Analysis[], locale: Locale, now: Moment): ParcoursAnswer {
  return {
    dossiers: analyses.map((analysis) => {
      const { dossier } = analysis;
      const { main } = dossier;
      const plan = makePlan(main.parsed, now, proofFacts(dossier, analysis.compliance()));
      const view = parcoursView(plan, locale, main.parsed.journey?.base ?? 0);
      return parcoursDossier(view, main.uri, main.parsed.source, locale);
    }),
  };
}
