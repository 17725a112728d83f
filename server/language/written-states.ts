import type { Compliance, ScenarioCompliance } from '../core/status/compliance';
import type { Status } from '../core/status/status';

const kept = new WeakMap<Compliance, Map<string, ReadonlyMap<number, Status>>>();

/** Where requirements, scenarios and proofs written in a file stand, by the offset of their ids. Kept with the figures. */
export function writtenStates(compliance: Compliance, uri: string): ReadonlyMap<number, Status> {
  let byUri = kept.get(compliance);
  if (!byUri) kept.set(compliance, (byUri = new Map<string, ReadonlyMap<number, Status>>()));
  let states = byUri.get(uri);
  if (!states) byUri.set(uri, (states = statesIn(compliance, uri)));
  return states;
}

function statesIn({ chapters, coreScenarios }: Compliance, uri: string): ReadonlyMap<number, Status> {
  const states = new Map<number, Status>();
  const addScenario = ({ entry, status, proofs }: ScenarioCompliance) => {
    if (entry?.uri === uri) states.set(entry.base + entry.value.facts.id.range.start, status);
    for (const { entry: written, status: own } of proofs)
      if (written?.uri === uri) states.set(written.base + written.value.facts.id.range.start, own);
  };
  for (const { requirements } of chapters) {
    for (const { entries, status, scenarios } of requirements) {
      for (const { uri: of, base, value } of entries)
        if (of === uri) states.set(base + value.facts.id.range.start, status);
      for (const scenario of scenarios) addScenario(scenario);
    }
  }
  for (const scenario of coreScenarios) addScenario(scenario);
  return states;
}
