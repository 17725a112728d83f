import { approvalPaths } from '../manifest/facts';
import type { BlockPage } from '../manifest/block-list';
import { citedStatements } from '../manifest/entry-citations';
import { pageFacts } from '../manifest/page-facts';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { StructureProblem } from '../manifest/problem';
import { citedPieces } from '../manifest/cited-pieces';
import { foldedPath, safePiecePath } from '../evidence/evidence-path';
import { placedCitations } from './placed-citations';

const kept = new WeakMap<ParsedManifest, ReadonlySet<string>>();

/** Every file that a manifest cites, by its folded normal path. Kept with the manifest. */
export function citationsOf(parsed: ParsedManifest): ReadonlySet<string> {
  let found = kept.get(parsed);
  if (!found) {
    const paths = new Set<string>();
    for (const { value } of placedCitations(parsed)) addTo(paths, value);
    kept.set(parsed, (found = paths));
  }
  return found;
}

/** What it cites elsewhere than as evidence: statements, approvals, pieces of the way, its catalogue, lists of test patients. */
export function citedBesideEvidence(parsed: ParsedManifest): ReadonlySet<string> {
  const paths = new Set<string>();
  addTo(paths, parsed.dossier?.facts.catalogue?.value);
  for (const { file } of parsed.dossier?.facts.testIdentities ?? []) addTo(paths, file?.value);
  for (const { facts } of parsed.approvals) for (const { value } of approvalPaths(facts)) addTo(paths, value);
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
    for (const { facts } of [...requirements, ...coreScenarios]) {
      for (const { value } of citedStatements(facts)) addTo(paths, value);
    }
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

function addTo(paths: Set<string>, path: string | undefined): void {
  const safe = path === undefined ? undefined : safePiecePath(path);
  if (safe !== undefined) paths.add(foldedPath(safe));
}
