import type { scenarioRunsRequest } from '../../../protocol/requests/scenario-runs';
import type { Analysis } from '../../core/engine/analyse';
import { FindingWords } from '../../core/engine/render-finding';
import { Places } from '../../language/compliance/places';
import { ScenarioRuns } from '../../language/compliance/scenario-runs';
import type { Answer } from '../request-context';

export const answer: Answer<typeof scenarioRunsRequest> = async ({ uri, scenarios, again }, context, cancellation) => {
  const { session, locale } = context;
  await session.ready();
  const words = new FindingWords(session.rules);
  const runsOf = (analysis: Analysis): ScenarioRuns => {
    const places = new Places(analysis.dossier);
    return new ScenarioRuns(analysis, { locale, words, places });
  };
  let runs = runsOf(await context.dossier(uri, cancellation));
  if (again) {
    await session.lookAt(runs.analysis, runs.paths(scenarios), cancellation);
    runs = runsOf(await context.dossier(uri, cancellation));
  }
  return { runs: scenarios.flatMap((id) => runs.of(id) ?? []) };
};
