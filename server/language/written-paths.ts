import { approvalPaths, type RequirementFacts, type ScenarioFacts } from '../core/manifest/facts';
import { citedFiles } from '../core/manifest/entry-citations';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import type { PageFacts } from '../core/manifest/page-facts';
import { citedPieces } from '../core/manifest/cited-pieces';
import { shift, type Located, type OffsetRange } from '../core/text/offset-range';

/** A path of the dossier's folder written in a manifest; the range is absolute. */
export interface WrittenPath {
  readonly path: string;
  readonly range: OffsetRange;
}

/** Every path of a file that a manifest cites as evidence, statement or approval, in text order within each section. */
export function writtenPaths(parsed: ParsedManifest): WrittenPath[] {
  const found: WrittenPath[] = [];
  const add = (base: number, path: Located<string> | undefined) => {
    if (path) found.push({ path: path.value, range: shift(path.range, base) });
  };
  for (const { base, facts } of parsed.approvals) for (const path of approvalPaths(facts)) add(base, path);
  for (const path of citedPieces(parsed)) add(0, path);
  for (const { base, facts } of [...parsed.requirements, ...parsed.coreScenarios]) {
    for (const path of citedFiles(facts)) add(base, path);
  }
  return found;
}

/** Every scenario of a manifest, or of a page of it: those of its requirements, then the core-business ones. */
export function* writtenScenarios(
  parsed: Pick<PageFacts, 'requirements' | 'coreScenarios'>,
): Generator<{ readonly base: number; readonly scenario: ScenarioFacts; readonly under?: RequirementFacts }> {
  for (const { base, facts } of parsed.requirements) {
    for (const scenario of facts.scenarios) yield { base, scenario, under: facts };
  }
  for (const { base, facts } of parsed.coreScenarios) yield { base, scenario: facts };
}
