import type { Dossier, ResolvedScenario } from '../dossier/dossier';
import type { FollowUpFacts } from '../manifest/follow-up-facts';

/** Everyone who is named as responsible, in the order of the alphabet. */
export function peopleOf({ requirements, coreScenarios }: Dossier): readonly string[] {
  const people = new Set<string>();
  const add = (said: FollowUpFacts | undefined) => {
    const name = said?.responsible?.value;
    if (name !== undefined && name.trim() !== '') people.add(name);
  };
  const inScenario = ({ facts }: ResolvedScenario) => {
    add(facts.followUp);
    facts.proofFollowUps?.forEach(add);
  };
  for (const { value } of requirements) {
    add(value.facts.followUp);
    value.scenarios.forEach(inScenario);
  }
  for (const { value } of coreScenarios) inScenario(value);
  return [...people].sort((a, b) => a.localeCompare(b));
}
