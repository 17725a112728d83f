import { citedPieces } from '../manifest/cited-pieces';
import { citedFiles } from '../manifest/entry-citations';
import { approvalPaths } from '../manifest/facts';
import { pageFacts } from '../manifest/page-facts';
import type { ParsedManifest } from '../manifest/parse-manifest';
import { shift, type Located } from '../text/offset-range';

/**
 * Every path of a file that a manifest cites, as it is written, with absolute ranges: evidence, statements, approvals, pieces
 * of the way, its catalogue, lists of test patients. What is reached through an alias has the range of the alias.
 */
export function placedCitations(parsed: ParsedManifest): readonly Located<string>[] {
  const found: Located<string>[] = [];
  const add = (path: Located<string> | undefined, base: number) => {
    if (path && path.value !== '') found.push({ value: path.value, range: shift(path.range, base) });
  };
  const { dossier } = parsed;
  if (dossier) {
    const { base, facts } = dossier;
    add(facts.catalogue, base);
    for (const { file } of facts.testIdentities ?? []) add(file, base);
  }
  for (const { base, facts } of parsed.approvals) for (const path of approvalPaths(facts)) add(path, base);
  found.push(...citedPieces(parsed));
  parsed.blocks.pages.forEach((page, index) => {
    const start = parsed.blocks.starts[index] ?? 0;
    const { requirements, coreScenarios } = pageFacts(page);
    for (const { base, facts } of [...requirements, ...coreScenarios])
      for (const path of citedFiles(facts)) add(path, start + base);
  });
  return found;
}
