import { pieceUri } from '../core/dossier/piece-uri';
import type { DocumentLink } from 'vscode-languageserver-types';
import { shift, type OffsetRange } from '../core/text/offset-range';
import { safePiecePath } from '../core/evidence/evidence-path';
import type { FileView } from './file-view';
import { rangeIn } from './positions';
import { writtenPaths, writtenScenarios } from './written-paths';

/** Evidence, statements, permanent links, the catalogue and named fragments. Never a path out of the dossier's folder. */
export function documentLinks(view: FileView): DocumentLink[] {
  const links: DocumentLink[] = [];
  const addPath = (path: string, range: OffsetRange) => {
    const safe = safePiecePath(path);
    const target = safe === undefined ? undefined : pieceUri(view, safe);
    if (target !== undefined) links.push({ range: rangeIn(view.document, range), target });
  };
  const head = view.parsed.dossier;
  if (head?.facts.catalogue) addPath(head.facts.catalogue.value, shift(head.facts.catalogue.range, head.base));
  for (const fragment of head?.facts.fragments ?? []) {
    if (head && !/[*?[\]{}()!]/.test(fragment.value)) addPath(fragment.value, shift(fragment.range, head.base));
  }
  for (const { path, range } of writtenPaths(view.parsed)) addPath(path, range);
  for (const { base, scenario } of writtenScenarios(view.parsed)) {
    for (const { link } of scenario.proofs.flatMap((proof) => proof.evidence)) {
      if (!link || !isWeb(link.value)) continue;
      links.push({ range: rangeIn(view.document, shift(link.range, base)), target: link.value });
    }
  }
  return links;
}

function isWeb(link: string): boolean {
  return /^https?:\/\/[^\s/?#]\S*$/i.test(link);
}
