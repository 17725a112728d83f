import type { BlockPage } from '../manifest/block-list';
import { evidencePath, type NotApplicableFacts, type RequirementFacts, type ScenarioFacts } from '../manifest/facts';
import { pageFacts } from '../manifest/page-facts';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { StructureProblem } from '../manifest/problem';
import { citedPieces } from '../parcours/cited-pieces';
import { foldedPath, normalisePath, pathFault } from '../workspace/evidence-path';

const kept = new WeakMap<ParsedManifest, ReadonlySet<string>>();

/** Every file that a manifest cites, by its folded normal path. Kept with the manifest. */
export function citationsOf(parsed: ParsedManifest): ReadonlySet<string> {
  let found = kept.get(parsed);
  if (!found) {
    const paths = new Set<string>(citedBesideEvidence(parsed));
    for (const path of evidencePaths(parsed)) addTo(paths, path);
    kept.set(parsed, (found = paths));
  }
  return found;
}

/** What it cites elsewhere than as evidence: statements, approvals, pieces of the way, its catalogue. */
export function citedBesideEvidence(parsed: ParsedManifest): ReadonlySet<string> {
  const paths = new Set<string>();
  addTo(paths, parsed.dossier?.facts.catalogue?.value);
  for (const { facts } of parsed.approvals) addTo(paths, facts.evidence?.value);
  for (const { value } of citedPieces(parsed)) addTo(paths, value);
  for (const page of parsed.blocks.pages) for (const path of statementsOn(page)) paths.add(path);
  return paths;
}

const statements = new WeakMap<BlockPage, ReadonlySet<string>>();

/** Statements cited on a page, kept with it: an edit elsewhere changes nothing in them. */
function statementsOn(page: BlockPage): ReadonlySet<string> {
  let found = statements.get(page);
  if (!found) {
    const paths = new Set<string>();
    const { requirements, coreScenarios } = pageFacts(page);
    for (const { facts } of requirements) {
      addStatement(paths, facts.notApplicable);
      for (const scenario of facts.scenarios) addStatement(paths, scenario.notApplicable);
    }
    for (const { facts } of coreScenarios) addStatement(paths, facts.notApplicable);
    statements.set(page, (found = paths));
  }
  return found;
}

/** Problems that leave something unread, which may be a citation. */
const hiding: ReadonlySet<StructureProblem['kind']> = new Set([
  'syntax',
  'unknownKey',
  'wrongType',
  'duplicateKey',
  'severalOf',
]);

/** Whether all that is written in a manifest was understood: of what it does not say nothing can be concluded otherwise. */
export function isReadWhole(parsed: ParsedManifest): boolean {
  return !parsed.problems.some(({ kind }) => hiding.has(kind));
}

function* evidencePaths(parsed: ParsedManifest): Generator<string | undefined> {
  const entries: readonly { readonly facts: RequirementFacts | ScenarioFacts }[] = [
    ...parsed.requirements,
    ...parsed.coreScenarios,
  ];
  for (const { facts } of entries) {
    for (const { proofs } of facts.kind === 'requirement' ? facts.scenarios : [facts]) {
      for (const { evidence } of proofs) for (const item of evidence) yield evidencePath(item)?.value;
    }
  }
}

function addStatement(paths: Set<string>, statement: NotApplicableFacts | undefined): void {
  addTo(paths, statement?.declaration?.value);
}

function addTo(paths: Set<string>, path: string | undefined): void {
  if (path !== undefined && pathFault(path) === undefined) paths.add(foldedPath(normalisePath(path)));
}
