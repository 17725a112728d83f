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
  const shown = analyses.map((analysis) => {
    const { dossier } = analysis;
    const { main } = dossier;
    const plan = makePlan(main.parsed, now, proofFacts(dossier, analysis.compliance()), analysis.context.facts);
    const view = parcoursView(plan, locale, main.parsed.journey?.base ?? 0);
    return { main, view, name: view.software ?? view.dispositif };
  });
  return {
    dossiers: shown.map(({ main, view, name }) => {
      // Where the same is written in several dossiers, only the path tells them apart.
      const isOne = shown.filter((other) => other.name === name).length === 1;
      return parcoursDossier(view, isOne ? name : `${name} (${main.path})`, main, locale);
    }),
  };
}
