import type { EvidenceItem, RequirementFacts, ScenarioFacts } from '../../manifest/facts';
import type { ExaminationFacts } from '../../manifest/instruction-facts';
import type { ParsedManifest } from '../../manifest/parse-manifest';

/** What a manifest says of each piece of evidence, and what ANS said: the same before and after a move. */
export function evidenceOf({ scenarios, notApplicable }: RequirementFacts): string[] {
  return [...statement(notApplicable), ...scenarios.flatMap(evidenceOfScenario)];
}

export function evidenceOfScenario(
  facts: Partial<Pick<ScenarioFacts, 'proofs' | 'notApplicable' | 'instruction'>>,
): string[] {
  return [
    ...statement(facts.notApplicable),
    ...(facts.proofs ?? []).flatMap(({ evidence }) => evidence.map(signature)),
    ...(facts.instruction ?? []).flatMap(({ opinions }) => opinions.map((one) => `${opinionMark}${signature(one)}`)),
  ];
}

/** How many of them are pieces of evidence or statements; the others are what ANS said of them. */
export function piecesAmong(signatures: readonly string[]): number {
  return signatures.filter((one) => !one.startsWith(opinionMark)).length;
}

const opinionMark = 'instruction ';

/** Of a whole file. */
export function evidenceOfManifest({ requirements, coreScenarios }: ParsedManifest): string[] {
  return [
    ...requirements.flatMap(({ facts }) => evidenceOf(facts)),
    ...coreScenarios.flatMap(({ facts }) => evidenceOfScenario(facts)),
  ];
}

function statement(notApplicable: RequirementFacts['notApplicable']): string[] {
  const path = notApplicable?.declaration?.value;
  return path === undefined ? [] : [`non_applicable ${path}`];
}

/** Everything but the ranges. */
function signature(item: EvidenceItem | ExaminationFacts): string {
  return JSON.stringify(item, (key, value: unknown) => (key === 'range' ? undefined : value));
}
