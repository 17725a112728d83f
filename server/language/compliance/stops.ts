import type { NextPlaceParams } from '../../../protocol/requests/next-place';
import type { ViewPlace } from '../../../protocol/view-place';
import type { Analysis } from '../../core/engine/analyse';
import { openRequests } from '../../core/instruction/open-requests';
import { requestSubject } from '../../core/instruction/request-words';
import type { ScenarioCompliance } from '../../core/status/compliance';
import type { Status } from '../../core/status/status';
import { Places } from './places';

/** A place where something is to be done. What is not written yet stands where it would go: then several share one place. */
export interface Stop {
  readonly place: ViewPlace;
  /** Ids of the proofs, or subjects of the requests, that stand there. */
  readonly names: readonly [string, ...string[]];
}

const wanted: Readonly<Record<Exclude<NextPlaceParams['what'], 'requested'>, readonly Status[]>> = {
  missing: ['toProvide', 'incomplete'],
  toReview: ['toReview'],
};

/** What there is to do in one dossier: by file (the main manifest first), then in the order of the text. */
export function stopsOf(analysis: Analysis, what: NextPlaceParams['what']): Stop[] {
  const { dossier } = analysis;
  const places = new Places(dossier);
  const found =
    what === 'requested'
      ? openRequests(analysis, analysis.context.today).map((request) => ({
          name: requestSubject(request),
          place: places.at(request.uri, 0, request.range),
        }))
      : proofsAt(analysis, wanted[what], places);
  const files = [dossier.main, ...dossier.fragments].map(({ uri }) => uri);
  const stops = new Map<string, { place: ViewPlace; names: [string, ...string[]] }>();
  for (const { name, place } of found) {
    const { line, character } = place.range.start;
    const key = `${files.indexOf(place.uri)}:${line}:${character}`;
    const stop = stops.get(key);
    if (stop) stop.names.push(name);
    else stops.set(key, { place, names: [name] });
  }
  return [...stops.values()].sort(
    ({ place: a }, { place: b }) =>
      files.indexOf(a.uri) - files.indexOf(b.uri) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
}

function proofsAt(analysis: Analysis, statuses: readonly Status[], places: Places) {
  const state = analysis.compliance();
  const found: { name: string; place: ViewPlace }[] = [];
  const look = ({ entry, proofs }: ScenarioCompliance, otherwise: ViewPlace): void => {
    const own = entry ? places.at(entry.uri, entry.base, entry.value.facts.id.range) : otherwise;
    for (const { proof, status, entry: written } of proofs) {
      if (!statuses.includes(status)) continue;
      const place = written ? places.at(written.uri, written.base, written.value.facts.id.range) : own;
      found.push({ name: proof.id, place });
    }
  };
  for (const { requirements } of state?.chapters ?? []) {
    for (const { entries, scenarios } of requirements) {
      const [entry] = entries;
      const place = entry ? places.at(entry.uri, entry.base, entry.value.facts.id.range) : places.section('exigences');
      for (const scenario of scenarios) look(scenario, place);
    }
  }
  for (const scenario of state?.coreScenarios ?? []) look(scenario, places.section('scenarios'));
  return found;
}
