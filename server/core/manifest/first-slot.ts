import { parseManifest } from './parse-manifest';

/**
 * Where the first piece of evidence is to be written in a manifest: in the empty list of the first proof, of a requirement
 * before a core-business scenario.
 * @returns undefined when every proof has evidence, or none is expected
 */
export function firstSlot(text: string): number | undefined {
  const { requirements, coreScenarios } = parseManifest(text);
  const scenarios = [
    ...requirements.flatMap(({ base, facts }) => facts.scenarios.map((scenario) => ({ base, scenario }))),
    ...coreScenarios.map(({ base, facts }) => ({ base, scenario: facts })),
  ];
  for (const { base, scenario } of scenarios) {
    const proof = scenario.proofs.find(({ evidence }) => evidence.length === 0);
    if (!proof) continue;
    const end = base + proof.range.end;
    return text.slice(base + proof.range.start, end).endsWith('[]') ? end - 1 : end;
  }
  return undefined;
}
