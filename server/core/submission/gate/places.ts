import type { Dossier, Entry, ResolvedRequirement, ResolvedScenario } from '../../dossier/dossier';
import { shift } from '../../text/offset-range';
import type { Place } from './blocker';

/** The head of a dossier: where to point when there is no better place. */
export function headOf({ main }: Dossier): Place {
  const { dossier } = main.parsed;
  const range = dossier ? shift(dossier.facts.dispositif?.range ?? dossier.facts.key, dossier.base) : undefined;
  return { uri: main.uri, range: range ?? { start: 0, end: 1 } };
}

/** The id under which something is written; undefined when it is not. */
export function placeOf(entry: Entry<ResolvedRequirement | ResolvedScenario> | undefined): Place | undefined {
  return entry && { uri: entry.uri, range: shift(entry.value.facts.id.range, entry.base) };
}
