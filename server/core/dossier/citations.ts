import { citedPieces } from '../manifest/cited-pieces';
import { citedFiles } from '../manifest/entry-citations';
import { approvalPaths } from '../manifest/facts';
import { shift, type Located } from '../text/offset-range';
import type { Dossier } from './dossier';

/** A path as it is written, and where. */
export interface Citation extends Located<string> {
  readonly uri: string;
}

/** Every path that a dossier cites: evidence and statements in the order of the entries, then papers of approvals and of the way. */
export function* citations({
  main,
  requirements,
  coreScenarios,
}: Pick<Dossier, 'main' | 'requirements' | 'coreScenarios'>): Generator<Citation> {
  for (const { uri, base, value } of [...requirements, ...coreScenarios])
    for (const path of citedFiles(value.facts)) yield { uri, value: path.value, range: shift(path.range, base) };
  for (const { base, facts } of main.parsed.approvals)
    for (const path of approvalPaths(facts)) yield { uri: main.uri, value: path.value, range: shift(path.range, base) };
  for (const { value, range } of citedPieces(main.parsed)) yield { uri: main.uri, value, range };
}
