import type { RequirementFacts, ScenarioFacts } from '../core/manifest/facts';
import { evidencePath } from '../core/manifest/facts';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import type { OffsetRange } from '../core/text/offset-range';
import { citedPieces } from '../core/parcours/cited-pieces';
import { shift } from '../core/text/offset-range';

/** A path of the dossier's folder written in a manifest; the range is absolute. */
export interface WrittenPath {
  readonly path: string;
  readonly range: OffsetRange;
}

/** Every path of a file that a manifest cites as evidence, statement or approval, in text order within each section. */
export function writtenPaths(parsed: ParsedManifest): WrittenPath[] {
  const found: WrittenPath[] = [];
  const add = (base: number, path: { readonly value: string; readonly range: OffsetRange } | undefined) => {
    if (path) found.push({ path: path.value, range: shift(path.range, base) });
  };
  const addScenario = (base: number, scenario: ScenarioFacts) => {
    add(base, scenario.notApplicable?.declaration);
    for (const proof of scenario.proofs) for (const item of proof.evidence) add(base, evidencePath(item));
  };
  for (const { base, facts } of parsed.approvals) add(base, facts.evidence);
  for (const path of citedPieces(parsed)) add(0, path);
  for (const { base, facts } of parsed.requirements) {
    add(base, facts.notApplicable?.declaration);
    for (const scenario of facts.scenarios) addScenario(base, scenario);
  }
  for (const { base, facts } of parsed.coreScenarios) addScenario(base, facts);
  return found;
}

/** Every scenario of a manifest: those of its requirements, then the core-business ones. */
export function* writtenScenarios(
  parsed: ParsedManifest,
): Generator<{ readonly base: number; readonly scenario: ScenarioFacts; readonly under?: RequirementFacts }> {
  for (const { base, facts } of parsed.requirements) {
    for (const scenario of facts.scenarios) yield { base, scenario, under: facts };
  }
  for (const { base, facts } of parsed.coreScenarios) yield { base, scenario: facts };
}
